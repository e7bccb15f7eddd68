@NullMarked
package gilbench.architecture;

import org.jspecify.annotations.NullMarked;
