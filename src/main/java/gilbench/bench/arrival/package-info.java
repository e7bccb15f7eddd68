/** Intended start times as pure seeded sequences. */
@NullMarked
package gilbench.bench.arrival;

import org.jspecify.annotations.NullMarked;
