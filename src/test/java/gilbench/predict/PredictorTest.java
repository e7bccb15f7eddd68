package gilbench.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gilbench.bench.result.CellKey;
import gilbench.bench.result.FindingType;
import gilbench.bench.result.Verdict;
import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.BoundException;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Defaults;
import gilbench.scenario.Deployment;
import gilbench.scenario.Deployments;
import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.Step;
import gilbench.scenario.StepKind;
import gilbench.scenario.Workload;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PredictorTest {
    private static final Effort LITTLE = new Effort(8, 0.05, 20_000, 1_000_000);
    private static final Mix CPU = Mix.of(profile(10, 0));
    private static final Mix MIXED = Mix.of(profile(2, 8));

    @Test
    void predict_steadyLoad_throughputIsTheRateAndEverythingAddsUp() {
        Prediction seen = predict(threads(InterpreterKind.GIL, 8, 4), MIXED, poisson(200));

        assertThat(seen.load()).isEqualTo(Prediction.Load.STEADY);
        assertThat(seen.throughput().value()).isCloseTo(200, within(4.0));
        assertThat(seen.gils())
                .singleElement()
                .satisfies(gil -> assertThat(gil.value()).isCloseTo(0.4, within(0.02)));
        assertThat(seen.cores().value()).isCloseTo(0.1, within(0.005));
        assertThat(seen.inFlight().value())
                .isCloseTo(
                        seen.throughput().value() * seen.responseTime().mean().value(), within(0.1));
        // 50 us timer slack, a mean wake latency of 20.9 us, 8 us to send and 3 us to receive.
        assertThat(seen.budget().mean().io()).isCloseTo(8_081_900, within(1500L));
        assertThat(seen.budget().mean().python()).isCloseTo(2_000_000, within(1000L));
        assertThat(seen.budget().mean().other()).isCloseTo(28_900, within(1500L));
    }

    @Test
    void predict_beyondCapacity_saysSaturatedAndWhatBinds() {
        Prediction seen = predict(threads(InterpreterKind.GIL, 16, 8), CPU, poisson(150));

        assertThat(seen.load()).isEqualTo(Prediction.Load.SATURATED);
        assertThat(seen.throughput().value()).isCloseTo(100, within(2.0));
        assertThat(seen.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.type()).isEqualTo(FindingType.SATURATED);
            assertThat(finding.message()).contains("one GIL saturates at 100 requests/s");
        });
    }

    @Test
    void predict_unboundedVirtualThreadsBeyondCapacity_endsAllTheSame() {
        assertThat(predict(
                                Deployments.of(ConcurrencyModel.VIRTUAL_THREADS, InterpreterKind.GIL, 1, 1, 4),
                                CPU,
                                poisson(1e6))
                        .load())
                .isEqualTo(Prediction.Load.SATURATED);
    }

    @Test
    void predict_processorBoundOnEightCores_freeThreadingScalesAndTheGilDoesNot() {
        Workload closed = new Workload.Closed(8, OptionalInt.empty(), Duration.ZERO);

        double gil = predict(threads(InterpreterKind.GIL, 8, 8), CPU, closed)
                .throughput()
                .value();
        double free = predict(threads(InterpreterKind.FREE_THREADED, 8, 8), CPU, closed)
                .throughput()
                .value();

        assertThat(gil).isCloseTo(100, within(1.0));
        assertThat(free).isCloseTo(800 / Defaults.FREE_THREADED_OVERHEAD, within(3.0));
    }

    @Test
    void predict_severalInterpreters_asManyTimesAsFast() {
        Workload closed = new Workload.Closed(16, OptionalInt.empty(), Duration.ZERO);

        assertThat(predict(
                                Deployments.of(
                                        ConcurrencyModel.THREAD_PER_REQUEST,
                                        InterpreterKind.PER_INTERPRETER_GIL,
                                        4,
                                        4,
                                        8),
                                CPU,
                                closed)
                        .throughput()
                        .value())
                .isCloseTo(400, within(4.0));
    }

    @Test
    void predict_moreThreadsThanCores_coresBind() {
        Workload closed = new Workload.Closed(64, OptionalInt.empty(), Duration.ZERO);
        Mix released = Mix.of(RequestProfile.of(StepKind.NATIVE, Duration.ofMillis(10)));

        Prediction seen = predict(threads(InterpreterKind.GIL, 64, 4), released, closed);

        assertThat(seen.throughput().value()).isCloseTo(400, within(4.0));
        assertThat(seen.cores().value()).isCloseTo(1, within(0.001));
        assertThat(seen.bounds().sentence(closed))
                .startsWith("one core saturates at 100 requests/s; 4 cores allow 400");
    }

    @Test
    void predict_longTurnsOnALoop_blockTheShortOnes() {
        Mix mix = new Mix(List.of(new Mix.Part(0.99, profile(1, 0)), new Mix.Part(0.01, profile(200, 0))));
        Deployment loop = Deployments.of(ConcurrencyModel.EVENT_LOOP, InterpreterKind.GIL, 1, 1, 4);

        ResponseTimes victim = Predictor.predict(
                        Scenario.of(loop, mix, poisson(50)).with(new Effort(8, 0.001, 800_000, 40_000_000)))
                .byPart()
                .getFirst();

        // M/G/1: lambda E[S^2] / 2(1 - rho) = 11.8 ms, and 1 ms of its own.
        assertThat(victim.mean().value()).isCloseTo(0.0128, within(0.0006));
        assertThat(victim.p50().orElseThrow().value()).isLessThan(0.002);
        assertThat(victim.p99().orElseThrow().value()).isGreaterThan(0.15);
    }

    @Test
    void predict_deadlineBelowTheDemand_everyRequestExpires() {
        Deployment hasty = new Deployment(
                ConcurrencyModel.THREAD_PER_REQUEST,
                Interpreter.of(InterpreterKind.GIL),
                1,
                4,
                10,
                100,
                4,
                Duration.ofMillis(5));

        Prediction seen = predict(hasty, CPU, poisson(20));

        assertThat(seen.expired().value()).isCloseTo(1, within(0.001));
        assertThat(seen.responseTime().max().value()).isCloseTo(0.005, within(1e-6));
    }

    @Test
    void predict_noPlaceToWait_erlangLoss() {
        Deployment loss = new Deployment(
                ConcurrencyModel.THREAD_PER_REQUEST,
                Interpreter.of(InterpreterKind.FREE_THREADED),
                1,
                40,
                0,
                1000,
                64,
                Duration.ofSeconds(60));
        Mix released = Mix.of(RequestProfile.of(StepKind.NATIVE, Duration.ofMillis(10)));

        Prediction seen = Predictor.predict(
                Scenario.of(loss, released, poisson(3500)).with(new Effort(8, 0.00001, 400_000, 40_000_000)));

        assertThat(seen.rejected().value()).isCloseTo(0.054244, within(0.002));
    }

    @Test
    void predict_onePool_sameNumbersAsOnAnother() throws InterruptedException, ExecutionException {
        Scenario scenario = Scenario.of(threads(InterpreterKind.GIL, 8, 4), MIXED, poisson(300))
                .with(LITTLE);
        Prediction here = Predictor.predict(scenario);
        try (ForkJoinPool one = new ForkJoinPool(1);
                ForkJoinPool five = new ForkJoinPool(5)) {
            assertThat(one.submit(() -> Predictor.predict(scenario)).get()).isEqualTo(here);
            assertThat(five.submit(() -> Predictor.predict(scenario)).get()).isEqualTo(here);
        }
    }

    @Test
    void predict_capOnWork_saidIfReached() {
        Prediction seen = Predictor.predict(Scenario.of(threads(InterpreterKind.GIL, 8, 4), CPU, poisson(97))
                .with(new Effort(8, 0.001, 2000, 100_000)));

        assertThat(seen.findings()).anySatisfy(finding -> {
            assertThat(finding.type()).isEqualTo(FindingType.FEW_REQUESTS);
            assertThat(finding.message()).contains("cap on work");
        });
    }

    @Test
    void cell_ofAPrediction_isALoadCell() {
        Prediction seen = predict(threads(InterpreterKind.GIL, 16, 8), CPU, poisson(150));

        var cell = PredictedCell.of(new CellKey("d", "e", "p"), seen);

        assertThat(cell.verdict()).isEqualTo(Verdict.LOWER_BOUND);
        assertThat(cell.offered()).isEqualTo(150);
        assertThat(cell.throughput()).isEqualTo(seen.throughput());
        assertThat(cell.responseTime().max().high())
                .isGreaterThanOrEqualTo(cell.responseTime().max().low());
    }

    @Test
    void mix_withoutDemand_isRefused() {
        assertThatThrownBy(() -> Mix.of(RequestProfile.of(StepKind.PYTHON, Duration.ZERO)))
                .isInstanceOf(BoundException.class)
                .hasMessageContaining("must have a step that is longer than 0");
    }

    private static Prediction predict(Deployment deployment, Mix mix, Workload workload) {
        return Predictor.predict(Scenario.of(deployment, mix, workload).with(LITTLE));
    }

    /** Without the steps that take no time. */
    static RequestProfile profile(long pythonMillis, long ioMillis) {
        return new RequestProfile(Stream.of(
                        new Step(StepKind.PYTHON, Duration.ofMillis(pythonMillis)),
                        new Step(StepKind.IO, Duration.ofMillis(ioMillis)))
                .filter(step -> step.duration().isPositive())
                .toList());
    }

    static Workload poisson(double rate) {
        return new Workload.Open(ArrivalPattern.POISSON, rate);
    }

    private static Deployment threads(InterpreterKind kind, int threads, int cores) {
        return Deployments.of(ConcurrencyModel.THREAD_PER_REQUEST, kind, 1, threads, cores);
    }
}
