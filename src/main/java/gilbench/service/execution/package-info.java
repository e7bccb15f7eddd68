/** The concurrency models behind one interface. */
@NullMarked
package gilbench.service.execution;

import org.jspecify.annotations.NullMarked;
