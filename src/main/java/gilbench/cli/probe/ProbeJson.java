package gilbench.cli.probe;

import gilbench.cpython.probe.ProbeReply;
import gilbench.cpython.probe.ProbeTask;
import gilbench.scenario.text.ScenarioJson;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What probes and their parent say to each other, and the results of a validation: JSON, keys in lower case with hyphens. */
public final class ProbeJson {
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
    public record Costs(Map<String, Double> values) {
        /** With {@code value} for {@code name}. */
        public Costs with(String name, double value) {
            Map<String, Double> changed = new HashMap<>(values);
            changed.put(name, value);
            return new Costs(changed);
        }

        /**
         * One of them.
         *
         * @throws IllegalArgumentException when it is missing
         */
        public double get(String name) {
            Double value = values.get(name);
            if (value == null) {
                throw new IllegalArgumentException("costs: " + name + " is missing");
            }
            return value;
        }
    }

    /** Asks for the costs; {@code python} are those of the real side, empty when that is asked. */
    public static String calibrate(Costs python) {
        return MAPPER.writeValueAsString(Map.of("do", "calibrate", "python", python.values()));
    }

    /** Asks a Python for how often its signals are stolen, seen with one set of threads. */
    public static String stealing() {
        return MAPPER.writeValueAsString(Map.of("do", "stealing"));
    }

    /** Asks a Python for its costs and for what it can tell about the machine. */
    public static String machine() {
        return MAPPER.writeValueAsString(Map.of("do", "machine"));
    }

    /** Asks for a task. */
    public static String run(Costs costs, ProbeTask task) {
        return MAPPER.writeValueAsString(Map.of("do", "run", "costs", costs.values(), "task", task));
    }

    /** A line of JSON. */
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** JSON for people and files. */
    public static String pretty(Object value) {
        return MAPPER.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
    }

    /** Reads a line. */
    public static JsonNode tree(String line) {
        return MAPPER.readTree(line);
    }

    /** Reads costs. */
    public static Costs costs(JsonNode node) {
        Map<String, Double> values = new LinkedHashMap<>();
        node.properties()
                .forEach(each -> values.put(each.getKey(), each.getValue().asDouble()));
        return new Costs(values);
    }

    /** Reads a task. */
    public static ProbeTask task(JsonNode node) {
        return MAPPER.treeToValue(node, ProbeTask.class);
    }

    /** Reads a reply. */
    public static ProbeReply reply(String line) {
        return MAPPER.readValue(line, ProbeReply.class);
    }
}
