/** The text, YAML and JSON forms of scenario values: grammar, and errors with position, key path and bound. */
@NullMarked
package gilbench.scenario.text;

import org.jspecify.annotations.NullMarked;
