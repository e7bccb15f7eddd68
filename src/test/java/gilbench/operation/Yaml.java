package gilbench.operation;

import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** YAML files as trees. */
final class Yaml {
    private static final YAMLMapper MAPPER = new YAMLMapper();

    private Yaml() {}

    static JsonNode one(Path file) {
        return MAPPER.readTree(file);
    }

    static JsonNode text(String yaml) {
        return MAPPER.readTree(yaml);
    }

    /** The documents of a file. */
    static List<JsonNode> all(Path file) {
        return MAPPER.readerFor(JsonNode.class).<JsonNode>readValues(file).readAll();
    }
}
