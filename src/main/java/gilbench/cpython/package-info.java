/** Real CPython: the interpreters of this machine, the worker child in Python, and the experiments that it and the simulation both carry out. */
@NullMarked
package gilbench.cpython;

import org.jspecify.annotations.NullMarked;
