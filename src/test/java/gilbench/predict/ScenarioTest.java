package gilbench.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Deployment;
import gilbench.scenario.Deployments;
import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.InterpreterProfile;
import gilbench.scenario.MachineTimes;
import gilbench.scenario.PythonRuntime;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.StepKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScenarioTest {
    private static final Deployment THREADS =
            Deployments.of(ConcurrencyModel.THREAD_PER_REQUEST, InterpreterKind.GIL, 1, 4, 1);
    private static final Mix RELEASED = Mix.of(RequestProfile.of(StepKind.NATIVE, Duration.ofMillis(10)));

    @Test
    void on_anInterpreterProfile_keepsTheRuntimeAndTakesTheMachine() {
        InterpreterProfile profile =
                new InterpreterProfile("one", Interpreter.of(InterpreterKind.FREE_THREADED), 1, Machines.IDEAL);

        Scenario scenario = Scenario.of(THREADS.withRuntime(PythonRuntime.CPYTHON), RELEASED, PredictorTest.poisson(10))
                .on(profile);

        assertThat(scenario.deployment().runtime()).isEqualTo(PythonRuntime.CPYTHON);
        assertThat(scenario.deployment().interpreter().kind()).isEqualTo(InterpreterKind.FREE_THREADED);
        assertThat(scenario.times()).isEqualTo(Machines.IDEAL);
    }

    @Test
    void predict_driverOnTheSameCore_bindsAndIsNotTheServices() {
        Scenario scenario = Scenario.of(THREADS, RELEASED, PredictorTest.poisson(50))
                .on(Machines.driven(Duration.ofMillis(1)))
                .with(new Effort(8, 0.05, 20_000, 1_000_000));

        Prediction seen = Predictor.predict(scenario);

        assertThat(seen.bounds().capacity()).isCloseTo(1 / 0.011, within(0.01));
        assertThat(seen.cores().value()).isCloseTo(0.55, within(0.02));
        assertThat(seen.cpuPerRequest().value()).isCloseTo(0.010, within(0.0001));
    }

    @Test
    void bounds_processApart_readsRequestsToo() {
        Scenario apart = Scenario.of(
                        Deployments.of(ConcurrencyModel.WORKER_PROCESSES, InterpreterKind.GIL, 1, 4, 1),
                        RELEASED,
                        PredictorTest.poisson(1))
                .on(MachineTimes.TYPICAL);

        // 8 us to write the answer and 3 us to read the request.
        assertThat(capacity(apart.with(THREADS.withRuntime(PythonRuntime.CPYTHON))))
                .isEqualTo(capacity(apart))
                .isCloseTo(1 / 0.010_011, within(0.001));
        assertThat(capacity(apart.with(THREADS))).isCloseTo(1 / 0.010_008, within(0.001));
    }

    private static double capacity(Scenario scenario) {
        return Bounds.of(scenario.deployment(), scenario.mix(), scenario.times())
                .capacity();
    }
}
