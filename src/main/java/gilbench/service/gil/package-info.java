/** A Global Interpreter Lock with real threads, after CPython's algorithm, and its statistics. */
@NullMarked
package gilbench.service.gil;

import org.jspecify.annotations.NullMarked;
