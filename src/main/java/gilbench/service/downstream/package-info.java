/** The delay service and the client that calls it. */
@NullMarked
package gilbench.service.downstream;

import org.jspecify.annotations.NullMarked;
