package gilbench.cli;

import gilbench.cpython.ProbeReply;
import gilbench.cpython.ProbeTask;
import gilbench.scenario.text.ScenarioJson;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What probes and their parent say to each other, and the results of a validation: JSON, keys in lower case with hyphens. */
final class ProbeJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .addModule(ScenarioJson.module())
            .build();

    private ProbeJson() {}

    /**
     * What a probe measured of itself; each kind of probe reads its own.
     *
     * @param values by name
     */
    record Costs(Map<String, Double> values) {
        double get(String name) {
            Double value = values.get(name);
            if (value == null) {
                throw new IllegalArgumentException("costs: " + name + " is missing");
            }
            return value;
        }
    }

    /** Asks for the costs; {@code python} are those of the real side, empty when that is asked. */
    static String calibrate(Costs python) {
        return MAPPER.writeValueAsString(Map.of("do", "calibrate", "python", python.values()));
    }

    /** Asks a Python for its costs and for what it can tell about the machine. */
    static String machine() {
        return MAPPER.writeValueAsString(Map.of("do", "machine"));
    }

    /** Asks for a task. */
    static String run(Costs costs, ProbeTask task) {
        return MAPPER.writeValueAsString(Map.of("do", "run", "costs", costs.values(), "task", task));
    }

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static String pretty(Object value) {
        return MAPPER.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
    }

    static JsonNode tree(String line) {
        return MAPPER.readTree(line);
    }

    static Costs costs(JsonNode node) {
        Map<String, Double> values = new LinkedHashMap<>();
        node.properties()
                .forEach(each -> values.put(each.getKey(), each.getValue().asDouble()));
        return new Costs(values);
    }

    static ProbeTask task(JsonNode node) {
        return MAPPER.treeToValue(node, ProbeTask.class);
    }

    static ProbeReply reply(String line) {
        return MAPPER.readValue(line, ProbeReply.class);
    }
}
