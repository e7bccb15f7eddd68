/** What was found: measurements, trials, cells, findings, verdicts, environment. */
@NullMarked
package gilbench.bench.result;

import org.jspecify.annotations.NullMarked;
