/** The simulated probe: what it does with threads under the simulated GIL, and the JSON that probes speak. */
@NullMarked
package gilbench.cli.probe;

import org.jspecify.annotations.NullMarked;
