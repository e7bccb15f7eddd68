package gilbench.cpython.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gilbench.cpython.probe.ProbeKind;
import gilbench.cpython.probe.ProbeReply;
import gilbench.cpython.probe.ProbeReply.Group;
import gilbench.cpython.probe.ProbeTask;
import gilbench.cpython.probe.ProbeThreads;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SightingsTest {
    private static final Duration INTERVAL = Duration.ofMillis(5);
    private static final ProbeTask TASK =
            new ProbeTask(INTERVAL, Duration.ofMillis(500), 1, List.of(ProbeThreads.cpu(1)));

    @Test
    void rate_isCyclesInASecondOfTheWindow() {
        assertThat(value(Metric.rate("cycles/s"), reply(30, 20))).isEqualTo(100);
    }

    @Test
    void rate_ofCyclesThatToldTheirLateness_isThatOfTheMeanCycle() {
        ProbeTask mixed = new ProbeTask(
                INTERVAL,
                Duration.ofMillis(500),
                1,
                List.of(ProbeThreads.of(ProbeKind.MIXED, 2, Duration.ofMillis(2), Duration.ofMillis(8))));
        ProbeReply reply = new ProbeReply(
                List.of(new Group(List.of(40L, 40L), List.of(2_000_000L, 3_000_000L, 2_500_000L))), List.of());

        assertThat(Metric.rate("cycles/s")
                        .reading()
                        .of(Sightings.of(mixed, reply))
                        .orElseThrow())
                .isEqualTo(160);
    }

    @Test
    void waitsUpTo_areCountedInSlicesOfIntervalAndATenthOfAMilli() {
        ProbeReply reply = waits(20_000, 5_100_000, 5_200_000, 15_300_000, 40_800_000);

        assertThat(value(Metric.waitsUpTo(0, INTERVAL), reply)).isCloseTo(0.2, within(1e-9));
        assertThat(value(Metric.waitsUpTo(1, INTERVAL), reply)).isCloseTo(0.6, within(1e-9));
        assertThat(value(Metric.waitsUpTo(3, INTERVAL), reply)).isCloseTo(0.8, within(1e-9));
        assertThat(value(Metric.waitsUpTo(7, INTERVAL), reply)).isCloseTo(0.8, within(1e-9));
    }

    @Test
    void meanMedianAndLongestWait_areInMillis() {
        ProbeReply reply = waits(1_000_000, 2_000_000, 6_000_000);

        assertThat(value(Metric.meanWait(), reply)).isCloseTo(3, within(1e-9));
        assertThat(value(Metric.medianWait(), reply)).isCloseTo(2, within(1e-9));
        assertThat(value(Metric.longestWait(), reply)).isCloseTo(6, within(1e-9));
    }

    @Test
    void slices_giveTheirMedianAndTheSwitchesInASecond() {
        ProbeReply reply =
                new ProbeReply(List.of(new Group(List.of(1L), List.of())), List.of(4_000_000L, 5_000_000L, 9_000_000L));

        assertThat(value(Metric.medianSlice(), reply)).isCloseTo(5, within(1e-9));
        assertThat(value(Metric.switches(), reply)).isEqualTo(6);
    }

    @Test
    void fairness_isTheShareOfTheExtremes() {
        ProbeReply reply = reply(10, 20, 30, 40);

        assertThat(value(Metric.luckiest(), reply)).isCloseTo(0.4, within(1e-12));
        assertThat(value(Metric.unluckiest(), reply)).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void waits_noneSeen_areAbsent() {
        Observation seen = Sightings.of(TASK, reply(1));

        assertThat(Metric.meanWait().reading().of(seen)).isEmpty();
        assertThat(Metric.waitsUpTo(3, INTERVAL).reading().of(seen)).isEmpty();
        assertThat(Metric.speedUp().reading().of(seen)).isEmpty();
    }

    @Test
    void together_repliesOfProcesses_addUpGroupByGroup() {
        ProbeReply both = ProbeReply.together(List.of(reply(1), reply(2, 3)));

        assertThat(both.watched().amounts()).containsExactly(1L, 2L, 3L);
    }

    private static double value(Metric metric, ProbeReply reply) {
        return metric.reading().of(Sightings.of(TASK, reply)).orElseThrow();
    }

    private static ProbeReply reply(long... amounts) {
        List<Long> each = Arrays.stream(amounts).boxed().toList();
        return new ProbeReply(List.of(new Group(each, List.of())), List.of());
    }

    private static ProbeReply waits(long... nanos) {
        List<Long> waits = Arrays.stream(nanos).boxed().toList();
        return new ProbeReply(List.of(new Group(List.of((long) nanos.length), waits)), List.of());
    }
}
