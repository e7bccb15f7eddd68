@NullMarked
package gilbench.architecture.tangled.service.gil;

import org.jspecify.annotations.NullMarked;
