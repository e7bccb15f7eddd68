package gilbench.service.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.Limits;
import gilbench.scenario.text.ProfileText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestParametersTest {
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(2), Duration.ofSeconds(3), 2, 1_000);

    private final RequestParameters parameters = new RequestParameters(LIMITS, Interpreter.of(InterpreterKind.GIL));

    @Test
    void withoutParameters_haveDefaults() {
        assertThat(ProfileText.format(parameters.status(Map.of()))).isEqualTo("io:200ms");
        assertThat(ProfileText.format(parameters.compute(Map.of()))).isEqualTo("python:20ms");
    }

    @Test
    void compute_iterations_arePriced() {
        assertThat(ProfileText.format(parameters.compute(query("iterations", "1000"))))
                .isEqualTo("python:35us");
    }

    @ParameterizedTest
    @CsvSource({
        "status, delay, 3001ms, at most 3s",
        "status, delay, 1.5ms, whole milliseconds",
        "status, delay, 5, unit",
        "status, delay, '', digit",
        "status, dely, 5ms, delay",
        "compute, cpu, 2.1s, at most 2s",
        "compute, cpu, -1ms, digit",
        "compute, iterations, 1001, between 0 and 1000",
        "compute, iterations, -1, between 0 and 1000",
        "compute, iterations, 1e3, whole number",
        "mixed, profile, 'io:1ms,io:1ms,io:1ms', at most 2 steps",
        "mixed, profile, 'python:1s,native:1001ms', at most 2s",
        "mixed, profile, gpu:1ms, 'python, opaque, native, io'",
        "mixed, cpu, 1ms, profile",
    })
    void badValue_namesParameterValueAndBound(String endpoint, String name, String value, String bound) {
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> read(endpoint, query(name, value)))
                .satisfies(bad -> {
                    assertThat(bad.parameter()).isEqualTo(name);
                    assertThat(bad.value()).isEqualTo(value);
                    assertThat(bad.bound()).contains(bound);
                });
    }

    @Test
    void compute_bothParameters_isRefused() {
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> parameters.compute(Map.of("cpu", List.of("1ms"), "iterations", List.of("5"))));
    }

    @Test
    void status_parameterTwice_isRefused() {
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> parameters.status(Map.of("delay", List.of("1ms", "2ms"))))
                .withMessageContaining("once");
    }

    @Test
    void mixed_withoutProfile_isRefused() {
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> parameters.mixed(Map.of()))
                .withMessageContaining("must be given");
    }

    private void read(String endpoint, Map<String, List<String>> query) {
        switch (endpoint) {
            case "status" -> parameters.status(query);
            case "compute" -> parameters.compute(query);
            default -> parameters.mixed(query);
        }
    }

    private static Map<String, List<String>> query(String name, String value) {
        return Map.of(name, List.of(value));
    }
}
