/** Executes a plan: launch, warm up, measure, repeat. */
@NullMarked
package gilbench.bench.runner;

import org.jspecify.annotations.NullMarked;
