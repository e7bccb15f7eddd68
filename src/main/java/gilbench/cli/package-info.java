/** Commands, the Spring Boot application and all wiring; imported by nobody. */
@NullMarked
package gilbench.cli;

import org.jspecify.annotations.NullMarked;
