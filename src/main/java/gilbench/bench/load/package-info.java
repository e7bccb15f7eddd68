/** Load drivers: they send what a workload says and observe what comes back. */
@NullMarked
package gilbench.bench.load;

import org.jspecify.annotations.NullMarked;
