/** Distributions, percentiles, confidence intervals, comparison, steady state: pure functions. */
@NullMarked
package gilbench.bench.stats;

import org.jspecify.annotations.NullMarked;
