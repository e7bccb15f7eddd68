/** The HTTP front: endpoints and problem details. */
@NullMarked
package gilbench.service.web;

import org.jspecify.annotations.NullMarked;
