/** Results as HTML, Markdown, CSV, JSON and console text, and the folder of a run. */
@NullMarked
package gilbench.bench.report;

import org.jspecify.annotations.NullMarked;
