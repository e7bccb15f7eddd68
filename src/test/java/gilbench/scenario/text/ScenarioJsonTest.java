package gilbench.scenario.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.doubles;
import static org.quicktheories.generators.SourceDSL.integers;

import gilbench.scenario.BoundException;
import gilbench.scenario.Calibration;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Deployment;
import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioJsonTest {
    private static final String JSON = ScenarioJson.write(
            Deployment.of(ConcurrencyModel.THREAD_PER_REQUEST, Interpreter.of(InterpreterKind.GIL), 2));

    @Test
    void write_deployment_usesTheWordsOfTheDomainInOneLine() {
        assertThat(JSON)
                .contains("\"model\":\"thread-per-request\"", "\"kind\":\"gil\"", "\"switch-interval\":\"5ms\"")
                .contains("\"max-in-flight\":16384", "\"deadline\":\"2m\"", "\"waiter-choice\":\"random\"")
                .doesNotContain("\n");
    }

    @Test
    void deployment_written_givesTheSameDeployment() {
        qt().forAll(
                        arbitrary().enumValues(ConcurrencyModel.class),
                        arbitrary().enumValues(InterpreterKind.class),
                        integers().between(1, 64),
                        integers().between(1, 10_000_000))
                .check((model, kind, cores, micros) -> {
                    Interpreter interpreter = Interpreter.of(kind).withSwitchInterval(Duration.ofNanos(micros * 1000L));
                    Deployment deployment = Deployment.of(model, interpreter, cores);
                    return ScenarioJson.deployment(ScenarioJson.write(deployment))
                            .equals(deployment);
                });
    }

    @Test
    void calibration_written_givesTheSameCalibration() {
        qt().forAll(doubles().between(1e-3, 1e12))
                .check(units -> ScenarioJson.calibration(ScenarioJson.write(new Calibration(units)))
                        .equals(new Calibration(units)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"queue\":2048          | \"queue\":2048,\"extra\":1   | extra",
                "\"queue\":2048,         | ''                           | queue",
                "\"queue\":2048          | \"queue\":\"2048\"           | queue",
                "\"queue\":2048          | \"queue\":2048.5             | queue",
                "\"queue\":2048          | \"queue\":null               | queue",
                "\"queue\":2048          | \"queue\":2048,\"queue\":1   | queue",
                "thread-per-request      | threads                      | threads",
                "\"deadline\":\"2m\"     | \"deadline\":\"2 m\"         | '2 m'",
                "\"deadline\":\"2m\"     | \"deadline\":120             | deadline"
            })
    void deployment_changedText_isRefusedNamingTheMistake(String was, String becomes, String named) {
        assertThat(JSON).contains(was);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScenarioJson.deployment(JSON.replace(was, becomes)))
                .withMessageContaining(named);
    }

    @Test
    void deployment_outOfBounds_namesKeyValueAndBound() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScenarioJson.deployment(JSON.replace("\"threads\":40", "\"threads\":0")))
                .isInstanceOf(BoundException.class)
                .withMessage("threads: 0 must be between 1 and 4096");
    }

    @Test
    void deployment_trailingText_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ScenarioJson.deployment(JSON + "{}"));
    }
}
