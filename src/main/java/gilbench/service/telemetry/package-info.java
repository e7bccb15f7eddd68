/** Meter names and what binds them. */
@NullMarked
package gilbench.service.telemetry;

import org.jspecify.annotations.NullMarked;
