package gilbench.scenario.text;

import java.util.List;
import java.util.Map;

/** A node of a YAML document that knows its line, from 1. */
sealed interface YamlNode {
    int line();

    /** What people call it. */
    default String noun() {
        return switch (this) {
            case Mapping _ -> "keys with values";
            case Items _ -> "a list";
            case Scalar scalar -> scalar.text().isEmpty() ? "nothing" : "'" + scalar.text() + "'";
        };
    }

    /** Keys with values, in the order of the file. */
    record Mapping(int line, Map<String, YamlNode> entries) implements YamlNode {}

    /** A list. */
    record Items(int line, List<YamlNode> items) implements YamlNode {}

    /** A single value as it was written; empty for none. */
    record Scalar(int line, String text) implements YamlNode {}
}
