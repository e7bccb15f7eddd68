package gilbench.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gilbench.scenario.BoundException;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Defaults;
import gilbench.scenario.Deployment;
import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.SignalStealing;
import gilbench.scenario.StepKind;
import gilbench.scenario.WaiterChoice;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rehearsals against the closed forms of the GIL's rules: switch interval 5 ms, poll gap 1 us, wake latency 20 us, nothing
 * else. Who was preempted runs one wake latency after the switch and only then arms its window.
 */
class RehearsalTest {
    /** Seconds from arming until running, beside one thread that computes. */
    private static final double WAIT = 0.005_021;

    private static final double WAKE = 0.000_020;
    private static final double CHUNK = 0.000_100;
    private static final Act CHUNKS = Act.of(StepKind.PYTHON, Duration.ofNanos(100_000));
    private static final List<Act> NAPS = List.of(
            new Act(StepKind.IO, Duration.ofMillis(1), Duration.ofMillis(3)),
            Act.of(StepKind.PYTHON, Duration.ofNanos(50_000)));

    @ParameterizedTest
    @CsvSource({"2", "4"})
    void sliceLaw_threadsThatCompute_slicesSwitchesAndWork(int threads) {
        Rehearsed seen = rehearse(processes(1, WaiterChoice.FIFO), computing(threads));
        double slice = WAIT + WAKE;

        assertThat(seen.slice().orElseThrow().value()).isCloseTo(slice, within(0.005 * slice));
        assertThat(seen.switches().value()).isCloseTo(1 / slice, within(0.01 / slice));
        double useful = seen.groups().getFirst().cycles().value() * CHUNK;
        assertThat(useful).isCloseTo(1 - WAKE / slice, within(0.001));
        assertThat(seen.groups().getFirst().waits()).isEmpty();
    }

    @Test
    void shares_threadsInTurn_equal() {
        Rehearsed.Group group =
                rehearse(processes(1, WaiterChoice.FIFO), computing(4)).groups().getFirst();

        assertThat(group.luckiest()).isCloseTo(0.25, within(0.005));
        assertThat(group.unluckiest()).isCloseTo(0.25, within(0.005));
    }

    @Test
    void shares_anyWaiter_unequalInAShortWindow() {
        Rehearsed.Group group = rehearse(processes(1, WaiterChoice.RANDOM), computing(4))
                .groups()
                .getFirst();

        assertThat(group.luckiest()).isBetween(0.255, 0.35);
        assertThat(group.unluckiest()).isBetween(0.15, 0.245);
    }

    @Test
    void waits_besideNobody_wakeLatencyAlone() {
        Rehearsed.Waits waits = rehearse(processes(1, WaiterChoice.RANDOM), new Actors(NAPS, 1))
                .groups()
                .getFirst()
                .waits()
                .orElseThrow();

        assertThat(waits.median().value()).isCloseTo(WAKE, within(1e-6));
        assertThat(waits.all().max()).isLessThanOrEqualTo(WAKE + 1e-6);
    }

    @Test
    void waits_besideOneThatComputes_wakeLatencyAndOneSlice() {
        Rehearsed seen = rehearse(processes(1, WaiterChoice.RANDOM), computing(1), new Actors(NAPS, 1));
        Rehearsed.Waits waits = seen.groups().get(1).waits().orElseThrow();

        assertThat(waits.mean().value()).isCloseTo(WAKE + WAIT, within(0.002 * WAIT));
        assertThat(waits.median().value()).isCloseTo(WAKE + WAIT, within(0.004 * WAIT));
        assertThat(seen.groups().get(1).cycles().value()).isCloseTo(1 / (0.002 + 0.000_05 + WAKE + WAIT), within(1.0));
    }

    @ParameterizedTest
    @CsvSource({"2", "4", "8"})
    void waits_firstArmedFirst_asManySlices(int computing) {
        Rehearsed seen = rehearse(processes(1, WaiterChoice.FIFO), computing(computing), new Actors(NAPS, 1));

        assertThat(seen.groups().get(1).waits().orElseThrow().mean().value())
                .isCloseTo(computing * WAIT, within(0.02 * computing * WAIT));
    }

    @Test
    void waits_anyOfFour_meanAndGeometricShares() {
        Rehearsed.Waits waits = rehearse(processes(1, WaiterChoice.RANDOM), computing(4), new Actors(NAPS, 1))
                .groups()
                .get(1)
                .waits()
                .orElseThrow();

        assertThat(waits.mean().value()).isCloseTo(4 * WAIT, within(0.05 * 4 * WAIT));
        for (int slices = 1; slices <= 8; slices++) {
            assertThat(waits.all().shareAtMost((slices + 0.5) * WAIT))
                    .isCloseTo(1 - Math.pow(0.75, slices), within(0.025));
        }
    }

    @Test
    void processes_eachWithItsGil_asManyTimesTheWork() {
        Rehearsed seen = rehearse(processes(3, WaiterChoice.FIFO), computing(2));

        assertThat(seen.groups().getFirst().cycles().value() * CHUNK).isCloseTo(3, within(0.02));
        assertThat(seen.groups().getFirst().luckiest()).isCloseTo(1 / 6.0, within(0.002));
        assertThat(seen.switches().value()).isCloseTo(1 / (WAIT + WAKE), within(2.0));
    }

    /**
     * Beside two threads that compute, one that sleeps for 2 ms is first in line at every drop, since who requests it has just armed
     * again: it gets a share 1 - s of the drops, the first of them a sleep earlier than a slice after it took.
     */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.25, 0.5})
    void stealing_sleeperFirstInLine_waitsForTheFirstDropThatNobodyStole(double probability) {
        List<Act> nap =
                List.of(Act.of(StepKind.IO, Duration.ofMillis(2)), Act.of(StepKind.PYTHON, Duration.ofNanos(5_000)));
        Deployment stealing = processes(1, WaiterChoice.FIFO, new SignalStealing(probability));
        Rehearsed.Waits waits = rehearse(stealing, computing(2), new Actors(nap, 1))
                .groups()
                .get(1)
                .waits()
                .orElseThrow();

        double expected = (WAIT + WAKE) / (1 - probability) - 0.002;
        assertThat(waits.mean().value()).isCloseTo(expected, within(0.03 * expected));
    }

    @Test
    void withoutGil_threadsThatCompute_neverSwitch() {
        Interpreter free = new Interpreter(
                InterpreterKind.FREE_THREADED,
                Defaults.SWITCH_INTERVAL,
                Duration.ofNanos(1000),
                1.25,
                Defaults.NANOS_PER_ITERATION,
                WaiterChoice.RANDOM,
                SignalStealing.NONE);
        Rehearsed seen = rehearse(deployment(free, 1), computing(4));

        assertThat(seen.slice()).isEmpty();
        assertThat(seen.switches().value()).isZero();
        assertThat(seen.groups().getFirst().cycles().value() * CHUNK).isCloseTo(4 / 1.25, within(0.01));
    }

    @Test
    void stepsOfARequest_repeated_asOftenAsTheyTake() {
        RequestProfile profile = PredictorTest.profile(2, 8);

        assertThat(rehearse(processes(1, WaiterChoice.FIFO), new Actors(profile, 1))
                        .groups()
                        .getFirst()
                        .cycles()
                        .value())
                .isCloseTo(1 / 0.010_020, within(0.1));
    }

    @Test
    void sameSeed_sameNumbers() {
        Rehearsed one = rehearse(processes(1, WaiterChoice.RANDOM), computing(3), new Actors(NAPS, 2));
        Rehearsed other = rehearse(processes(1, WaiterChoice.RANDOM), computing(3), new Actors(NAPS, 2));

        assertThat(one.switches()).isEqualTo(other.switches());
        assertThat(one.groups().get(1).waits().orElseThrow().all().encoded())
                .isEqualTo(other.groups().get(1).waits().orElseThrow().all().encoded());
    }

    @Test
    void bounds_arenamedWithKeyAndValue() {
        assertThatThrownBy(() -> new Actors(List.of(Act.of(StepKind.IO, Duration.ZERO)), 1))
                .isInstanceOf(BoundException.class)
                .hasMessageContaining("must have one that is longer than 0");
        assertThatThrownBy(() -> new Actors(NAPS, 0))
                .isInstanceOf(BoundException.class)
                .hasMessageContaining("count: 0 must be between 1 and 4096");
        assertThatThrownBy(() -> rehearse(processes(1, WaiterChoice.FIFO)))
                .isInstanceOf(BoundException.class)
                .hasMessageContaining("actors: 0 must be between 1 and 16");
    }

    private static Actors computing(int threads) {
        return new Actors(List.of(CHUNKS), threads);
    }

    private static Rehearsed rehearse(Deployment deployment, Actors... actors) {
        return Predictor.rehearse(new Rehearsal(
                deployment,
                Machines.waking(Duration.ofNanos(20_000)),
                List.of(actors),
                Duration.ofSeconds(1),
                Duration.ofSeconds(10),
                1,
                10));
    }

    private static Deployment processes(int number, WaiterChoice choice) {
        return processes(number, choice, SignalStealing.NONE);
    }

    private static Deployment processes(int number, WaiterChoice choice, SignalStealing stealing) {
        return deployment(
                new Interpreter(
                        InterpreterKind.GIL,
                        Defaults.SWITCH_INTERVAL,
                        Duration.ofNanos(1000),
                        1,
                        Defaults.NANOS_PER_ITERATION,
                        choice,
                        stealing),
                number);
    }

    private static Deployment deployment(Interpreter interpreter, int processes) {
        return new Deployment(
                ConcurrencyModel.WORKER_PROCESSES, interpreter, processes, 1, 0, 1, 64, Duration.ofSeconds(30));
    }
}
