/** The experiments that CPython and the simulation both carry out, and what comparing them says. */
@NullMarked
package gilbench.cpython.validate;

import org.jspecify.annotations.NullMarked;
