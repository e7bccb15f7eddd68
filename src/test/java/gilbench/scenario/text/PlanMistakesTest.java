package gilbench.scenario.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of plans that are none. */
class PlanMistakesTest {
    private static final String SMALL = PlanYamlTest.SMALL;

    private static PlanException mistakes(String text) {
        return catchThrowableOfType(PlanException.class, () -> PlanYaml.parse("my.yaml", text, 6));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "name: small               | nam: small              | 1  | name                           | is missing",
                "name: small               | nam: small              | 1  | nam                            | is not a key here; the keys are name, title",
                "name: small               | name: Small             | 1  | name                           | must be 1 to 64 lower-case",
                "name: small               | name:                   | 1  | name                           | has no value",
                "name: small               | name: [small]           | 1  | name                           | is a list, must be a single value",
                "name: small               | {name: small, seed: 1.5 | 2  | \"\"                             | is not YAML",
                "queue: 10                 | queue: -1               | 5  | deployments[0].queue           | -1 must be between 0 and 1000000",
                "queue: 10                 | queue: many             | 5  | deployments[0].queue           | 'many' must be a whole number",
                "queue: 10                 | queue: 1.5              | 5  | deployments[0].queue           | '1.5' must be a whole number",
                "queue: 10                 | workers: 2              | 5  | deployments[0].workers         | 2 must be 1 unless the model is worker-processes",
                "queue: 10                 | interpreter: jil        | 5  | deployments[0].interpreter     | 'jil' must be one of gil, per-interpreter-gil, free-threaded",
                "queue: 10                 | deadline: 2             | 5  | deployments[0].deadline        | must be a unit: us, ms, s or m",
                "queue: 10                 | deadline: 2h            | 5  | deployments[0].deadline        | must be a unit: us, ms, s or m",
                "queue: 10                 | switch-interval: 20s    | 5  | deployments[0].switch-interval | must be between 1 and 10000000",
                "queue: 10                 | cores: 0                | 5  | deployments[0].cores           | 0 must be between 1 and 1024",
                "model: thread-per-request | model: threads          | 4  | deployments[0].model           | must be one of thread-per-request, virtual-threads",
                "program: python:10ms      | program: python:10mx    | 8  | experiments[0].program         | at character 10: 'mx' must be a unit",
                "program: python:10ms      | program: io:61s         | 8  | experiments[0].program         | '61s' must be at most 1m",
                "program: python:10ms      | run: python:10ms        | 7  | experiments[0].program         | an experiment has program: or load:",
                "requests: 2               | requests: 0             | 9  | experiments[0].requests        | 0 must be between 1 and 16384",
                "requests: 2               | rates: [1]              | 9  | experiments[0].rates           | is not a key here",
                "[serial]                  | [parallel]              | 10 | experiments[0].arrangements[0] | 'parallel' must be one of serial, together",
                "[serial]                  | serial                  | 10 | experiments[0].arrangements    | is 'serial', must be a list",
                "[serial]                  | []                      | 10 | experiments[0].arrangements    | is an empty list",
                "window: 2s                | ramp: 5..50             | 14 | experiments[1].ramp            | is predicted, not measured",
                "rates: [5, 2.5]           | rates: [5, -3.0]        | 13 | experiments[1].rates[1]        | -3.0 must be above 0",
                "rates: [5, 2.5]           | rates: [fast]           | 13 | experiments[1].rates[0]        | 'fast' must be a number",
                "rates: [5, 2.5]           | rates: [1e9]            | 13 | experiments[1].rates[0]        | '1e9' must be a number",
                "rates: [5, 2.5]           | users: [0]              | 13 | experiments[1].users[0]        | 0 must be between 1 and 16384",
                "rates: [5, 2.5]           | arrivals: poisson       | 11 | experiments[1].rates           | one of rates:, shares: or users:, this one has none",
                "window: 2s                | shares: [1]             | 14 | experiments[1].shares          | this one has rates, shares",
                "window: 2s                | window: 0s              | 14 | experiments[1].window          | 0s must be above 0",
                "- name: sweep             | - name: cpu             | 6  | experiments                    | cpu must be unique"
            })
    void parse_mistake_namesFileLinePathValueAndBound(
            String was, String becomes, int line, String path, String message) {
        assertThat(SMALL).contains(was);
        PlanException thrown = mistakes(SMALL.replace(was, becomes));
        assertThat(thrown.problems()).anySatisfy(problem -> {
            assertThat(problem.message()).contains(message);
            assertThat(problem.path()).isEqualTo(path);
        });
        assertThat(thrown).hasMessageContaining("my.yaml:").hasMessageContaining(path);
        if (!path.equals("experiments")) {
            assertThat(thrown.problems())
                    .filteredOn(problem -> problem.path().equals(path))
                    .allSatisfy(problem -> assertThat(problem.line()).isEqualTo(line));
        }
    }

    @Test
    void parse_severalMistakes_reportsThemAllInOrder() {
        PlanException thrown = mistakes(SMALL.replace("queue: 10", "queue: ten")
                .replace("requests: 2", "request: 2")
                .replace("[5, 2.5]", "[0, x]"));
        assertThat(thrown.problems())
                .extracting(PlanException.Problem::path)
                .containsExactly(
                        "deployments[0].queue",
                        "experiments[0].requests",
                        "experiments[0].request",
                        "experiments[1].rates[0]",
                        "experiments[1].rates[1]");
        assertThat(String.valueOf(thrown.getMessage()).lines()).allMatch(line -> line.startsWith("my.yaml:"));
    }

    @Test
    void parse_missingLists_saysSo() {
        assertThat(mistakes("name: x").problems())
                .extracting(PlanException.Problem::path)
                .containsExactly("deployments", "experiments");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                      | is empty",
                "'# only a comment'      | is empty",
                "just text               | must be keys with values",
                "[a, b]                  | must be keys with values",
                "'a: ['                  | is not YAML",
                "'name: *other'          | alias"
            })
    void parse_notAPlan_isRefused(String text, String message) {
        assertThat(mistakes(text)).hasMessageContaining(message);
    }

    @Test
    void parse_keyTwice_isRefused() {
        assertThat(mistakes("name: a\nname: b\n")).hasMessage("my.yaml:2: has the key 'name' twice");
    }

    @Test
    void parse_secondDocument_isRefused() {
        assertThat(mistakes(SMALL + "---\nname: b\n")).hasMessageContaining("second document");
    }

    @Test
    void parse_aliasBomb_isRefusedAtItsFirstAlias() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(mistakes(bomb.toString())).hasMessageContaining("my.yaml:2").hasMessageContaining("alias");
    }

    @Test
    void parse_tooDeepOrTooLong_isRefused() {
        assertThat(mistakes("a: " + "[".repeat(5000) + "]".repeat(5000))).hasMessageContaining("deep");
        assertThat(mistakes("#".repeat(YamlReader.MAX_LENGTH + 1))).hasMessageContaining("characters");
    }

    @Test
    void parse_virtualThreadsOnCPython_isAMistake() {
        String text = SMALL.replace("model: thread-per-request", "model: virtual-threads")
                .replace("    queue: 10", "    runtime: cpython");
        assertThat(mistakes(text)).hasMessageContaining("cpython cannot have the model virtual-threads");
    }
}
