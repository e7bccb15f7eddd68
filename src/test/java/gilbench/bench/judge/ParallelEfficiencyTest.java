package gilbench.bench.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gilbench.bench.result.Environment;
import gilbench.bench.result.Origin;
import gilbench.bench.result.RunResult;
import gilbench.bench.result.RunState;
import gilbench.scenario.Calibration;
import gilbench.scenario.Plan;
import gilbench.scenario.text.PlanYaml;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParallelEfficiencyTest {
    private static final double SPEEDUP = 1.7;

    @Test
    void of_loadBoundByCores_isTheSpeedupThatItsCapacityWasComputedFrom() {
        assertThat(ParallelEfficiency.of(run("worker-processes", "python:10ms")).orElseThrow())
                .isCloseTo(SPEEDUP / 2, within(1e-9));
    }

    @Test
    void of_loadBoundByTheGil_saysNothing() {
        assertThat(ParallelEfficiency.of(run("event-loop", "python:10ms"))).isEmpty();
    }

    @Test
    void of_loadBoundByThreads_saysNothing() {
        assertThat(ParallelEfficiency.of(run("worker-processes", "python:1ms,io:100ms")))
                .isEmpty();
    }

    @Test
    void of_machineAsFastWithAllCores_isOne() {
        assertThat(ParallelEfficiency.of(run("worker-processes", "python:10ms", 2.1)))
                .hasValue(1);
    }

    private static RunResult run(String model, String profile) {
        return run(model, profile, SPEEDUP);
    }

    /** A run of one cell at half the capacity. */
    private static RunResult run(String model, String profile, double speedup) {
        Plan plan = PlanYaml.parse("plan.yaml", """
                name: one
                deployments: [{name: threads, model: %s, cores: 2}]
                experiments: [{name: mixed, load: '%s', shares: [0.5]}]
                """.formatted(model, profile));
        double capacity = Capacity.of(
                plan.deployments().getFirst().deployment(),
                plan.experiments().getFirst().profile(),
                speedup);
        return new RunResult(
                Origin.MEASURED,
                plan,
                Instant.EPOCH,
                Duration.ofSeconds(1),
                RunState.COMPLETE,
                new Environment("1", "25", "an os", "a processor", 2, 1, List.of()),
                new Calibration(1),
                List.of(),
                List.of(),
                List.of(PredictionErrorsTest.cell(capacity / 2, capacity / 2, 0.1, 0.5)),
                List.of(),
                List.of());
    }
}
