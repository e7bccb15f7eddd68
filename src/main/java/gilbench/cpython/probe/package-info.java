/** What a probe is asked and answers: a process, of CPython or of the simulation, that carries out tasks with threads. */
@NullMarked
package gilbench.cpython.probe;

import org.jspecify.annotations.NullMarked;
