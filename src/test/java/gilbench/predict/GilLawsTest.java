package gilbench.predict;

import static gilbench.predict.Models.MS;
import static gilbench.predict.Models.rules;
import static gilbench.scenario.StepKind.IO;
import static gilbench.scenario.StepKind.NATIVE;
import static gilbench.scenario.StepKind.OPAQUE;
import static gilbench.scenario.StepKind.PYTHON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gilbench.scenario.WaiterChoice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulated GIL against the closed forms that follow from its rules. */
class GilLawsTest {
    private static final Delay CONSTANT = Delay.constant(10 * MS);
    private static final Delay EXPONENTIAL = Delay.exponential(10 * MS);
    private static final long LONG = 1_000_000 * MS;

    @ParameterizedTest
    @CsvSource({"1,100", "3,300", "5,500", "8,500", "16,500"})
    void noQueueLaw_constantBurstsAndWaits_theLeastOfBothBounds(int threads, double throughput) {
        Observation seen = new Simulation(
                        Models.pool(threads)
                                .gil(rules(5, WaiterChoice.FIFO))
                                .kind(1, PYTHON, Delay.constant(2 * MS), IO, Delay.constant(8 * MS))
                                .closed(threads, Delay.NONE),
                        1)
                .observe(1000 * MS, 100_000 * MS, Long.MAX_VALUE);

        assertThat(seen.completed() / 100.0).isCloseTo(throughput, within(0.03));
        assertThat(seen.forcedSwitches()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"2,5,0", "4,5,0", "2,5,50", "8,1,20", "2,0.1,15"})
    void sliceLaw_processorBoundThreads_switchesAndUsefulShare(int threads, double interval, long wakeMicros) {
        Observation seen = new Simulation(
                        Models.pool(threads)
                                .gil(rules(interval, 1, wakeMicros, WaiterChoice.FIFO))
                                .kind(1, PYTHON, Delay.constant(LONG))
                                .closed(threads, Delay.NONE),
                        1)
                .observe(100 * MS, 10_000 * MS, Long.MAX_VALUE);
        double slice = interval + (1 + wakeMicros) / 1000.0;

        assertThat(seen.gilHeld().getFirst() / 10_000.0 / MS).isCloseTo(1 - wakeMicros / 1000.0 / slice, within(0.01));
        assertThat((double) seen.switches()).isCloseTo(10_000 / slice, within(0.02 * 10_000 / slice));
    }

    @ParameterizedTest
    @EnumSource(WaiterChoice.class)
    void ioWait_besideOneHog_exactlyOneSlice(WaiterChoice choice) {
        assertThat(new Sleeper(1, choice, 1).meanWait()).isCloseTo(5.02, within(0.01));
    }

    @ParameterizedTest
    @CsvSource({"2,10.04", "4,20.08", "8,40.16"})
    void ioWait_fifoBesideHogs_asManySlices(int hogs, double millis) {
        assertThat(new Sleeper(hogs, WaiterChoice.FIFO, 1).meanWait()).isCloseTo(millis, within(0.01 * millis));
    }

    @ParameterizedTest
    @CsvSource({"2,10.04", "4,20.08", "8,40.16"})
    void ioWait_randomBesideHogs_asManySlicesOnAverage(int hogs, double millis) {
        double[] means = IntStream.range(0, 30)
                .parallel()
                .mapToDouble(seed -> new Sleeper(hogs, WaiterChoice.RANDOM, seed).meanWait())
                .toArray();

        Replicated.isMean(means, millis);
    }

    @Test
    void ioWait_randomBesideFourHogs_geometricTail() {
        double[] waits = IntStream.range(0, 10)
                .mapToObj(seed -> new Sleeper(4, WaiterChoice.RANDOM, seed))
                .flatMapToDouble(sleeper -> sleeper.waits.stream().mapToDouble(wait -> wait / (double) MS))
                .toArray();

        for (int slices = 1; slices <= 12; slices++) {
            double above = (slices + 0.5) * 5.02;
            double share = Arrays.stream(waits).filter(wait -> wait > above).count() / (double) waits.length;
            assertThat(share).isCloseTo(Math.pow(0.75, slices), within(0.02));
        }
    }

    /** A thread that sleeps 1 to 3 ms and computes 0.05 ms, again and again, beside threads that only compute. */
    private static final class Sleeper implements Trace {
        private static final int NAPS = 2000;

        private final List<Long> waits = new ArrayList<>();
        private int thread = -1;
        private long asked;

        Sleeper(int hogs, WaiterChoice choice, long seed) {
            List<Object> naps = new ArrayList<>();
            for (int i = 0; i < NAPS; i++) {
                naps.addAll(
                        List.of(IO, (Delay) random -> MS + random.nextLong(2 * MS), PYTHON, Delay.constant(MS / 20)));
            }
            Models models = Models.pool(hogs + 1).gil(rules(5, 20, 0, choice));
            for (int i = 0; i < hogs; i++) {
                models.kind(1, PYTHON, Delay.constant(LONG));
            }
            Long[] times = new Long[hogs + 1];
            Arrays.fill(times, 0L);
            Model model = models.kind(1, naps.toArray()).script(times);
            new Simulation(model, seed, this).observe(0, 40_000 * MS, Long.MAX_VALUE);
        }

        @Override
        public void waits(int sleeper, long now) {
            thread = sleeper;
        }

        @Override
        public void asked(int who, long now) {
            asked = who == thread ? now : asked;
        }

        @Override
        public void taken(int who, long now) {
            if (who == thread) {
                waits.add(now - asked);
            }
        }

        double meanWait() {
            return waits.stream().skip(10).mapToLong(Long::longValue).average().orElseThrow() / MS;
        }
    }

    @Test
    void largeInterval_poisson_firstComeFirstServed() {
        Replicated.of(open(rules(100_000, WaiterChoice.RANDOM), CONSTANT), 400).meanResponse(30);
    }

    @Test
    void smallInterval_constantDemand_processorSharing() {
        Replicated.of(open(rules(0.25, WaiterChoice.FIFO), CONSTANT), 80).meanResponse(50);
    }

    @Test
    void anyInterval_exponentialDemand_meanOfBothLimits() {
        Replicated.of(open(rules(5, WaiterChoice.RANDOM), EXPONENTIAL), 400).meanResponse(50);
    }

    private static Model open(GilRules rules, Delay demand) {
        return Models.threadEach().gil(rules).kind(1, PYTHON, demand).poisson(80);
    }

    @Test
    void nativeSteps_asManyAsCores() {
        Observation seen = new Simulation(
                        Models.pool(8)
                                .cores(4)
                                .gil(rules(5, WaiterChoice.FIFO))
                                .kind(1, NATIVE, CONSTANT)
                                .closed(8, Delay.NONE),
                        1)
                .observe(1000 * MS, 10_000 * MS, Long.MAX_VALUE);

        assertThat(seen.completed() / 10.0).isCloseTo(400, within(1.0));
    }

    @Test
    void opaqueSteps_noSwitchInside() {
        Observation seen = new Simulation(
                        Models.pool(2)
                                .gil(rules(5, WaiterChoice.FIFO))
                                .kind(1, OPAQUE, Delay.constant(1000 * MS))
                                .closed(2, Delay.NONE),
                        1)
                .observe(0, 10_000 * MS + 1, Long.MAX_VALUE);

        assertThat(seen.forcedSwitches()).isEqualTo(10);
    }

    @Test
    void oneCore_processorBoundThreads_slicesAreRoundedUpToTicks() {
        Observation seen = new Simulation(
                        Models.pool(2)
                                .cores(1)
                                .gil(rules(5, WaiterChoice.FIFO))
                                .kind(1, PYTHON, Delay.constant(LONG))
                                .closed(2, Delay.NONE),
                        1)
                .observe(1000 * MS, 8_000 * MS, Long.MAX_VALUE);

        assertThat((double) seen.switches()).isCloseTo(1000, within(5.0));
    }
}
