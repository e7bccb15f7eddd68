package gilbench.predict;

import static gilbench.predict.Models.MS;
import static gilbench.predict.Models.rules;
import static gilbench.scenario.StepKind.IO;
import static gilbench.scenario.StepKind.NATIVE;
import static gilbench.scenario.StepKind.PYTHON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gilbench.scenario.WaiterChoice;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a machine adds to requests, one cost at a time. */
class CostsTest {
    private static final long LONG = 1_000_000 * MS;
    private static final Delay TWO = Delay.constant(2 * MS);

    /** The wake latency is 20 us: who comes back from a call earlier finds the GIL free, who comes later waits a slice. */
    @ParameterizedTest
    @CsvSource({"10,7.081", "50,12.142"})
    void send_besideOneThatComputes_losesASliceWhenLongerThanTheWakeLatency(long sendMicros, double cycleMillis) {
        int naps = 200;
        List<Object> steps = new ArrayList<>();
        for (int i = 0; i < naps; i++) {
            steps.addAll(List.of(IO, TWO, PYTHON, Delay.constant(MS / 20)));
        }
        Observation seen = once(
                Models.pool(2)
                        .gil(rules(5, 1, 20, WaiterChoice.FIFO))
                        .costs(costs().send(sendMicros * 1000).build())
                        .kind(1, PYTHON, Delay.constant(LONG))
                        .kind(1, steps.toArray()),
                0L,
                0L);

        assertThat(seen.times().get(1).mean() / MS / naps).isCloseTo(cycleMillis, within(0.06));
    }

    @Test
    void receive_withoutGil_addsItsTimeToTheWait() {
        Observation seen =
                once(Models.pool(1).costs(costs().receive(MS / 2).build()).kind(1, IO, TWO, PYTHON, TWO), 0L);

        assertThat(seen.allTimes().mean()).isEqualTo(4.5 * MS);
        assertThat(seen.io()).isEqualTo(5 * MS / 2);
    }

    @Test
    void late_endOfAWait_addsItsTime() {
        Observation seen = once(
                Models.pool(1)
                        .costs(costs().late(Delay.constant(MS / 10)).build())
                        .kind(1, IO, TWO, IO, TWO),
                0L);

        assertThat(seen.allTimes().mean()).isEqualTo(4.2 * MS);
    }

    @Test
    void handed_onlyTheThreadThatWasIdle() {
        Observation seen = once(
                Models.pool(1).costs(costs().handed(Delay.constant(MS)).build()).kind(1, PYTHON, TWO), 0L, 0L);

        assertThat(seen.allTimes().max()).isEqualTo(5 * MS);
    }

    @Test
    void readAndWrite_ofARequest_addTheirTimes() {
        Observation seen = once(
                Models.pool(1)
                        .gil(rules(5, WaiterChoice.FIFO))
                        .costs(costs().read(MS).write(2 * MS).build())
                        .kind(1, PYTHON, TWO),
                0L);

        assertThat(seen.allTimes().mean()).isEqualTo(5 * MS);
        assertThat(seen.gilHeld().getFirst()).isEqualTo(2 * MS);
    }

    @Test
    void write_besideOneThatComputes_theAnswerDoesNotWaitForTheGilAfterIt() {
        Observation seen = once(
                Models.pool(2)
                        .gil(rules(5, 1, 20, WaiterChoice.FIFO))
                        .costs(costs().write(MS / 20).build())
                        .kind(1, PYTHON, Delay.constant(LONG))
                        .kind(1, PYTHON, Delay.constant(MS)),
                0L,
                0L);

        // A window, the poll gap, the wake-up, its own millisecond, the write.
        assertThat(seen.times().get(1).mean()).isEqualTo(6.071 * MS);
    }

    @Test
    void release_eachStepThatReleases_paidInTheFirstThatHolds() {
        Observation seen = once(
                Models.pool(1)
                        .gil(rules(5, WaiterChoice.FIFO))
                        .costs(costs().release(1000).send(1000).build())
                        .kind(1, IO, TWO, PYTHON, TWO, NATIVE, TWO),
                0L);

        assertThat(seen.python()).isEqualTo(2 * MS + 3000);
    }

    @Test
    void driver_onTheOnlyCore_takesItFromTheService() {
        Observation seen = new Simulation(
                        Models.pool(4)
                                .cores(1)
                                .costs(costs().driver(MS).build())
                                .kind(1, NATIVE, Delay.constant(3 * MS))
                                .closed(8, Delay.NONE),
                        1)
                .observe(1000 * MS, 20_000 * MS, Long.MAX_VALUE);

        assertThat(seen.completed() / 20.0).isCloseTo(250, within(1.0));
        assertThat(seen.foreignTime() / 20_000.0 / MS).isCloseTo(0.25, within(0.002));
        assertThat(seen.coreTime()).isEqualTo(20_000 * MS);
    }

    /** When one of ten begins, one is about to wait and eight wait, whose windows take 8 × 0.5 ms while it works 5 ms. */
    @Test
    void windows_manyWait_slowWhoComputes() {
        Observation seen = new Simulation(
                        Models.pool(10)
                                .cores(2)
                                .gil(rules(5, 500, 0, 0, WaiterChoice.FIFO))
                                .kind(1, PYTHON, Delay.constant(11 * MS))
                                .closed(10, Delay.NONE),
                        1)
                .observe(1000 * MS, 20_000 * MS, Long.MAX_VALUE);

        assertThat(seen.completed() / 20.0).isCloseTo(5.0 / 9 * 1000 / 11, within(0.5));
    }

    @Test
    void driver_soonAfterAnother_needsTheWarmShare() {
        Observation seen = once(
                Models.pool(3).costs(costs().driver(MS).warmShare(0.25).build()).kind(1, NATIVE, TWO),
                0L,
                2 * MS,
                10 * MS);

        assertThat(seen.foreignTime()).isEqualTo(9 * MS / 4);
        assertThat(seen.queue()).isZero();
    }

    @Test
    void answer_soonAfterAnother_needsTheWarmShare() {
        Observation seen = once(
                Models.pool(3).costs(costs().answer(MS).warmShare(0.25).build()).kind(1, IO, TWO), 0L, 2 * MS, 10 * MS);

        assertThat(seen.foreignTime()).isEqualTo(9 * MS / 4);
    }

    @Test
    void answer_onTheOnlyCore_takesItFromTheService() {
        Observation seen = new Simulation(
                        Models.pool(16)
                                .cores(1)
                                .costs(costs().answer(MS).build())
                                .kind(1, NATIVE, Delay.constant(MS), IO, Delay.constant(5 * MS))
                                .closed(16, Delay.NONE),
                        1)
                .observe(1000 * MS, 20_000 * MS, Long.MAX_VALUE);

        assertThat(seen.completed() / 20.0).isCloseTo(500, within(2.0));
    }

    @Test
    void turn_ofALoop_servesAllThatIsReady() {
        Observation seen = once(
                Models.loop().costs(costs().turn(MS).build()).kind(1, PYTHON, TWO),
                0L,
                0L,
                0L,
                0L,
                0L,
                0L,
                0L,
                0L,
                0L,
                0L);

        assertThat(seen.allTimes().max()).isEqualTo(22 * MS);
    }

    @ParameterizedTest
    @CsvSource({"500000,500000", "2000000,3500000"})
    void wokenForAShortBurst_oneThatRunsForLong_givesItsCoreAtOnce(long demand, double response) {
        Observation seen = once(
                Models.pool(2).cores(1).kind(1, NATIVE, Delay.constant(LONG)).kind(1, NATIVE, Delay.constant(demand)),
                0L,
                10 * MS + MS / 2);

        assertThat(seen.times().get(1).mean()).isEqualTo(response);
    }

    /** Who queues since 1.2 ms gets the core at the tick at 4 ms, not when the short burst ends at 2 ms. */
    @Test
    void oneThatGaveItsCoreToAShortBurst_goesOnBeforeThoseThatQueue() {
        Observation seen = once(
                Models.pool(3)
                        .cores(1)
                        .kind(1, NATIVE, Delay.constant(20 * MS))
                        .kind(1, NATIVE, Delay.constant(10 * MS))
                        .kind(1, NATIVE, Delay.constant(MS / 2)),
                0L,
                1_200_000L,
                1_500_000L);

        assertThat(seen.times().get(2).mean()).isEqualTo(MS / 2.0);
        assertThat(seen.times().get(1).mean()).isEqualTo(20.8 * MS);
    }

    private static CostsBuilder costs() {
        return new CostsBuilder();
    }

    private static Observation once(Models models, Long... times) {
        return new Simulation(models.script(times), 1).observe(0, 10_000 * MS, Long.MAX_VALUE);
    }
}
