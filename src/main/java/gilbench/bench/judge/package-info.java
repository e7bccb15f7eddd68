/** From measurements to verdicts, cells and conclusions: pure functions. */
@NullMarked
package gilbench.bench.judge;

import org.jspecify.annotations.NullMarked;
