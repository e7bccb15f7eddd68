/** py-spy, a sampling profiler of CPython that is a program of its own. */
@NullMarked
package gilbench.profile.spy;

import org.jspecify.annotations.NullMarked;
