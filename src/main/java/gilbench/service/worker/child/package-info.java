/** The worker process: its own main, without Spring. */
@NullMarked
package gilbench.service.worker.child;

import org.jspecify.annotations.NullMarked;
