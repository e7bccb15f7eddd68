package gilbench.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gilbench.bench.arrival.Sending;
import gilbench.predict.Model.Load;
import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.BoundException;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Deployment;
import gilbench.scenario.Deployments;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.MachineTimes;
import gilbench.scenario.Ramp;
import gilbench.scenario.Workload;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** "Measurements" are simulations of the same arrivals with another seed for all else. */
class ReplayTest {
    private static final Effort EFFORT = new Effort(10, 0.01, 100_000, 2_000_000);
    private static final Mix MIX = Mix.of(PredictorTest.profile(10, 0));
    private static final Workload.Open OPEN = new Workload.Open(ArrivalPattern.POISSON, 85);
    private static final long OTHER = 4242;

    /** A queue before one server with nearly constant service: M/D/1 at 0.85. */
    private static Scenario scenario(MachineTimes times) {
        Deployment loop = Deployments.of(ConcurrencyModel.EVENT_LOOP, InterpreterKind.GIL, 1, 1, 4);
        return Scenario.of(loop, MIX, OPEN).with(EFFORT).on(times);
    }

    private static Sending sending(long seed, int seconds) {
        return new Sending(OPEN, seed, Duration.ofMillis(900), Duration.ofSeconds(seconds));
    }

    private static Observation measured(Scenario scenario, Sending sending) {
        return new Simulation(ModelOf.scenario(scenario).with(new Load.Open(_ -> sending.arrivals())), OTHER)
                .observe(sending.leadIn().toNanos(), sending.window().toNanos(), Long.MAX_VALUE);
    }

    private static double p99(Prediction prediction) {
        return prediction.responseTime().p99().orElseThrow().value();
    }

    private static double error(double predicted, Times measured) {
        return Math.abs(predicted / (measured.quantile(0.99) / 1e9) - 1);
    }

    @Test
    void replay_shortWindowsAt85PercentOfTheCapacity_p99WithinPercentWhereOwnArrivalsAreOffByTens() {
        Scenario scenario = scenario(MachineTimes.TYPICAL);
        double plain = p99(Predictor.predict(scenario));
        List<Sending> windows =
                LongStream.range(0, 12).mapToObj(seed -> sending(seed, 12)).toList();

        double replayed = windows.stream()
                .mapToDouble(each -> error(
                        p99(Predictor.replay(new Replay(scenario, List.of(each)))),
                        measured(scenario, each).allTimes()))
                .average()
                .orElseThrow();
        double own = windows.stream()
                .mapToDouble(each -> error(plain, measured(scenario, each).allTimes()))
                .average()
                .orElseThrow();

        assertThat(replayed).isLessThan(0.03);
        assertThat(own).isGreaterThan(0.2);
    }

    @Test
    void replay_severalTrials_pooledAsAMeasurementPoolsThem() {
        Scenario scenario = scenario(Machines.IDEAL);
        List<Sending> sendings = List.of(sending(1, 8), sending(2, 8), sending(3, 16));
        List<Observation> windows =
                sendings.stream().map(each -> measured(scenario, each)).toList();
        Times all =
                windows.stream().map(Observation::allTimes).reduce(Times::and).orElseThrow();

        Prediction seen = Predictor.replay(new Replay(scenario, sendings));

        assertThat(seen.window()).isEqualTo(Duration.ofSeconds(32));
        assertThat(seen.throughput().value()).isCloseTo(all.count() / 32.0, within(0.05));
        assertThat(seen.responseTime().mean().value()).isCloseTo(all.mean() / 1e9, within(1e-5));
        assertThat(p99(seen)).isCloseTo(all.quantile(0.99) / 1e9, within(1e-4));
        assertThat(p99(seen))
                .isNotCloseTo(
                        windows.stream()
                                .mapToDouble(each -> each.allTimes().quantile(0.99) / 1e9)
                                .average()
                                .orElseThrow(),
                        within(1e-3));
    }

    @Test
    void replay_onePool_sameNumbersAsOnAnother() throws InterruptedException, ExecutionException {
        Replay replay = new Replay(scenario(MachineTimes.TYPICAL), List.of(sending(1, 8), sending(2, 4)));
        Prediction here = Predictor.replay(replay);
        try (ForkJoinPool one = new ForkJoinPool(1);
                ForkJoinPool five = new ForkJoinPool(5)) {
            assertThat(one.submit(() -> Predictor.replay(replay)).get()).isEqualTo(here);
            assertThat(five.submit(() -> Predictor.replay(replay)).get()).isEqualTo(here);
        }
    }

    @Test
    void replay_lightLoadThatEndsInABurst_isSteady() {
        Workload.Open light = new Workload.Open(ArrivalPattern.POISSON, 20);
        Scenario scenario =
                Scenario.of(scenario(Machines.IDEAL).deployment(), MIX, light).with(EFFORT);

        assertThat(LongStream.range(0, 40)
                        .mapToObj(seed -> new Sending(light, seed, Duration.ofSeconds(1), Duration.ofSeconds(2)))
                        .map(each -> Predictor.replay(new Replay(scenario, List.of(each))))
                        .map(Prediction::load))
                .containsOnly(Prediction.Load.STEADY);
    }

    @Test
    void replay_beyondTheCapacity_isSaturated() {
        Workload.Open much = new Workload.Open(ArrivalPattern.POISSON, 150);
        Scenario scenario =
                Scenario.of(scenario(Machines.IDEAL).deployment(), MIX, much).with(EFFORT);
        Sending sending = new Sending(much, 1, Duration.ofSeconds(1), Duration.ofSeconds(8));

        Prediction seen = Predictor.replay(new Replay(scenario, List.of(sending)));

        assertThat(seen.load()).isEqualTo(Prediction.Load.SATURATED);
        assertThat(seen.throughput().value()).isCloseTo(100, within(2.0));
    }

    @Test
    void replay_moreArrivalsThanTheEffortAllowsTwice_isThePredictionOfItsScenario() {
        Scenario scenario = scenario(Machines.IDEAL);

        assertThat(Predictor.replay(new Replay(scenario, List.of(sending(1, 600)))))
                .isEqualTo(Predictor.predict(scenario));
        assertThat(Predictor.replay(new Replay(scenario, List.of(sending(1, 580))))
                        .window())
                .isEqualTo(Duration.ofSeconds(580));
    }

    @Test
    void constructor_nothingSentOrNotOpen_isRefused() {
        Scenario scenario = scenario(Machines.IDEAL);
        Scenario closed =
                Scenario.of(scenario.deployment(), MIX, new Workload.Closed(1, OptionalInt.empty(), Duration.ZERO));
        Scenario ramp = scenario.with(new Ramp(10, 50, Duration.ofSeconds(10)));

        assertThatThrownBy(() -> new Replay(scenario, List.of()))
                .isInstanceOf(BoundException.class)
                .hasMessageContaining("sendings");
        assertThatThrownBy(() -> new Replay(closed, List.of(sending(1, 8))))
                .isInstanceOf(BoundException.class)
                .hasMessageContaining("must be open");
        assertThatThrownBy(() -> new Replay(ramp, List.of(sending(1, 8)))).isInstanceOf(BoundException.class);
    }
}
