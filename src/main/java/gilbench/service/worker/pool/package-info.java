/** The parent's side of worker processes: start, dispatch, replacement, drain. */
@NullMarked
package gilbench.service.worker.pool;

import org.jspecify.annotations.NullMarked;
