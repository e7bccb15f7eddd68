/** The values that all sides of gilbench speak: what a request costs, what serves it, how requests arrive. */
@NullMarked
package gilbench.scenario;

import org.jspecify.annotations.NullMarked;
