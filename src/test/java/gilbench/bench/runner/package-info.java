@NullMarked
package gilbench.bench.runner;

import org.jspecify.annotations.NullMarked;
