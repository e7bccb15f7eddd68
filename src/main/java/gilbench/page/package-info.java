/** What a browser or a script can ask of the predictor over HTTP. */
@NullMarked
package gilbench.page;

import org.jspecify.annotations.NullMarked;
