/** The frames between the service and its worker processes. */
@NullMarked
package gilbench.service.worker.wire;

import org.jspecify.annotations.NullMarked;
