/** Runs request profiles step by step under a GIL, with counted processor work. */
@NullMarked
package gilbench.service.interpreter;

import org.jspecify.annotations.NullMarked;
