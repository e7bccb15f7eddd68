/** The comparison of a simulated number with CPython's, beside CPython's with itself. */
@NullMarked
package gilbench.cpython.compare;

import org.jspecify.annotations.NullMarked;
