package gilbench.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RulesTest {
    private static final Path RULES = Path.of("prometheus/rules.yml");

    private static List<JsonNode> rules() {
        return Yaml.one(RULES)
                .path("groups")
                .valueStream()
                .flatMap(group -> group.path("rules").valueStream())
                .toList();
    }

    @Test
    void rules_everyOne_namesOnlyMetersThatExist() {
        assertThat(rules()).isNotEmpty().allSatisfy(rule -> {
            String expression = rule.path("expr").asString();
            assertThat(PromNames.in(expression)).as(expression).isNotEmpty();
            assertThat(PromNames.unknownIn(expression)).as(expression).isEmpty();
        });
    }

    @Test
    void alerts_saturationAndLostWorkers_areThere() {
        assertThat(rules().stream().map(rule -> rule.path("alert").asString("")))
                .contains("GilSaturated", "QueueFilling", "RequestsRejected", "CpuThrottled", "WorkerLost");
    }

    @Test
    void promtool_checkRules_passes() throws Exception {
        assertPasses("check", "rules", RULES.toString());
    }

    @Test
    void promtool_checkConfig_passes() throws Exception {
        assertPasses("check", "config", "prometheus/prometheus.yml");
    }

    private static void assertPasses(String... arguments) throws Exception {
        Command.needs("promtool");
        String[] command = new String[arguments.length + 1];
        command[0] = "promtool";
        System.arraycopy(arguments, 0, command, 1, arguments.length);

        Command done = Command.run(command);

        assertThat(done.exitCode()).as(done.output()).isZero();
    }
}
