/** From a running Python service to its request profile and what would help. */
@NullMarked
package gilbench.profile;

import org.jspecify.annotations.NullMarked;
