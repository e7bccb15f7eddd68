@NullMarked
package gilbench.architecture.tangled.bench.stats;

import org.jspecify.annotations.NullMarked;
