package gilbench.bench.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.integers;

import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Defaults;
import gilbench.scenario.Deployment;
import gilbench.scenario.Deployments;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.Step;
import gilbench.scenario.StepKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapacityTest {
    private static RequestProfile profile(int python, int nativeMillis, int io) {
        return new RequestProfile(List.of(
                new Step(StepKind.PYTHON, Duration.ofMillis(python)),
                new Step(StepKind.NATIVE, Duration.ofMillis(nativeMillis)),
                new Step(StepKind.IO, Duration.ofMillis(io))));
    }

    private static Deployment threads(int threads) {
        return Deployments.of(ConcurrencyModel.THREAD_PER_REQUEST, InterpreterKind.GIL, 1, threads, 8);
    }

    @ParameterizedTest
    @CsvSource({"1, 100", "3, 300", "5, 500", "8, 500", "16, 500"})
    void of_threadsOnOneGil_followsTheNoQueueLaw(int threads, double expected) {
        assertThat(Capacity.of(threads(threads), profile(2, 0, 8), 8)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void of_fortyThreadsAtSaturation_matchesTheCatalogue() {
        assertThat(Capacity.of(threads(40), profile(1, 0, 100), 8)).isCloseTo(396.04, within(0.005));
        assertThat(Capacity.of(threads(40), profile(5, 0, 100), 8)).isCloseTo(200, within(1e-9));
    }

    @Test
    void of_releasedCpu_isBoundedByTheProcessors() {
        assertThat(Capacity.of(threads(40), profile(1, 9, 0), 1.6)).isCloseTo(160, within(1e-9));
        assertThat(Capacity.of(threads(40), profile(1, 9, 0), 16)).isCloseTo(800, within(1e-9));
    }

    @Test
    void of_workers_multiplyGilsAndThreads() {
        Deployment workers = Deployments.of(ConcurrencyModel.WORKER_PROCESSES, InterpreterKind.GIL, 2, 1, 4);
        assertThat(Capacity.of(workers, profile(10, 0, 0), 4)).isCloseTo(200, within(1e-9));
        assertThat(Capacity.of(workers, profile(10, 0, 0), 1.5)).isCloseTo(150, within(1e-9));
        assertThat(Capacity.of(workers, profile(1, 0, 99), 4)).isCloseTo(20, within(1e-9));
    }

    @Test
    void of_freeThreaded_paysTheOverheadAndHasNoGil() {
        Deployment free = Deployments.of(ConcurrencyModel.THREAD_PER_REQUEST, InterpreterKind.FREE_THREADED, 1, 40, 2);
        assertThat(Capacity.of(free, profile(10, 0, 0), 2)).isCloseTo(200 / 1.08, within(1e-9));
        assertThat(Capacity.of(free, profile(5, 0, 1000), 2)).isCloseTo(40 / 1.0054, within(1e-9));
    }

    @Test
    void of_eventLoop_runsReleasedCpuOneAfterTheOther() {
        Deployment loop = Deployments.of(ConcurrencyModel.EVENT_LOOP, InterpreterKind.GIL, 1, 40, 8);
        assertThat(Capacity.of(loop, profile(1, 9, 0), 8)).isCloseTo(100, within(1e-9));
        Deployment free = Deployments.of(ConcurrencyModel.EVENT_LOOP, InterpreterKind.FREE_THREADED, 1, 40, 8);
        assertThat(Capacity.of(free, profile(10, 0, 0), 8)).isCloseTo(100 / 1.08, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"VIRTUAL_THREADS", "EVENT_LOOP"})
    void of_modelWithoutThreadBound_takesThatOfThreadPerRequest(ConcurrencyModel model) {
        assertThat(Capacity.of(Deployments.of(model, InterpreterKind.GIL, 1, 3, 8), profile(1, 0, 100), 8))
                .isEqualTo(Capacity.of(threads(Defaults.THREADS), profile(1, 0, 100), 8));
    }

    @Test
    void of_almostNoDemand_isCapped() {
        assertThat(Capacity.of(threads(40), profile(0, 0, 0), 8)).isEqualTo(Capacity.MAX_RATE);
        assertThat(Capacity.of(threads(4096), profile(0, 0, 1), 8)).isEqualTo(Capacity.MAX_RATE);
    }

    @Test
    void of_anyDeployment_isPositiveAndNeverGrowsWithDemand() {
        qt().forAll(
                        arbitrary().enumValues(ConcurrencyModel.class),
                        arbitrary().enumValues(InterpreterKind.class),
                        integers().between(0, 50),
                        integers().between(0, 50))
                .check((model, kind, cpu, io) -> {
                    Deployment deployment = Plans.deployment(model, kind);
                    double less = Capacity.of(deployment, profile(cpu, cpu, io), 1.7);
                    return less > 0
                            && less <= Capacity.MAX_RATE
                            && Capacity.of(deployment, profile(cpu + 1, cpu, io), 1.7) <= less
                            && Capacity.of(deployment, profile(cpu, cpu, io + 1), 1.7) <= less;
                });
    }
}
