/** Real CPython: the interpreters of this machine and the worker child in Python. */
@NullMarked
package gilbench.cpython;

import org.jspecify.annotations.NullMarked;
