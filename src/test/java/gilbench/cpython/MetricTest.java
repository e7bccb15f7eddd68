package gilbench.cpython;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gilbench.cpython.ProbeReply.Group;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class MetricTest {
    private static final ProbeTask TASK =
            new ProbeTask(Duration.ofMillis(5), Duration.ofMillis(500), 1, List.of(ProbeThreads.cpu(1)));

    @Test
    void speedUp_isWorkOverThatOfTheBaseline() {
        assertThat(value(Metric.speedUp(), reply(List.of(60L, 60L)), reply(List.of(80L))))
                .isEqualTo(1.5);
    }

    @Test
    void rate_isCyclesInASecondOfTheWindow() {
        assertThat(value(Metric.rate("cycles/s"), reply(List.of(30L, 20L)))).isEqualTo(100);
    }

    @Test
    void waitsUpTo_areCountedInSlicesOfIntervalAndATenthOfAMilli() {
        ProbeReply reply = waits(20_000, 5_100_000, 5_200_000, 15_300_000, 40_800_000);

        assertThat(value(Metric.waitsUpTo(0), reply)).isEqualTo(0.2);
        assertThat(value(Metric.waitsUpTo(1), reply)).isEqualTo(0.6);
        assertThat(value(Metric.waitsUpTo(3), reply)).isEqualTo(0.8);
        assertThat(value(Metric.waitsUpTo(7), reply)).isEqualTo(0.8);
    }

    @Test
    void meanAndMedianWait_areInMillis() {
        ProbeReply reply = waits(1_000_000, 2_000_000, 6_000_000);

        assertThat(value(Metric.meanWait(), reply)).isEqualTo(3);
        assertThat(value(Metric.medianWait(), reply)).isEqualTo(2);
        assertThat(value(Metric.longestWait(), reply)).isEqualTo(6);
    }

    @Test
    void slices_giveTheirMedianAndTheSwitchesInASecond() {
        ProbeReply reply =
                new ProbeReply(List.of(new Group(List.of(1L), List.of())), List.of(4_000_000L, 5_000_000L, 9_000_000L));

        assertThat(value(Metric.medianSlice(), reply)).isEqualTo(5);
        assertThat(value(Metric.switches(), reply)).isEqualTo(6);
    }

    @Test
    void fairness_isTheShareOfTheExtremes() {
        ProbeReply reply = reply(List.of(10L, 20L, 30L, 40L));

        assertThat(value(Metric.luckiest(), reply)).isCloseTo(0.4, within(1e-12));
        assertThat(value(Metric.unluckiest(), reply)).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void waits_noneSeen_areAbsent() {
        assertThat(Metric.meanWait().reading().of(waits(), waits(), TASK)).isEqualTo(OptionalDouble.empty());
        assertThat(Metric.waitsUpTo(3).reading().of(waits(), waits(), TASK)).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void together_repliesOfProcesses_addUpGroupByGroup() {
        ProbeReply both = ProbeReply.together(List.of(reply(List.of(1L)), reply(List.of(2L, 3L))));

        assertThat(both.watched().amounts()).containsExactly(1L, 2L, 3L);
    }

    private static double value(Metric metric, ProbeReply reply) {
        return value(metric, reply, reply);
    }

    private static double value(Metric metric, ProbeReply reply, ProbeReply baseline) {
        return metric.reading().of(reply, baseline, TASK).orElseThrow();
    }

    private static ProbeReply reply(List<Long> amounts) {
        return new ProbeReply(List.of(new Group(amounts, List.of())), List.of());
    }

    private static ProbeReply waits(long... nanos) {
        List<Long> waits = Arrays.stream(nanos).boxed().toList();
        return new ProbeReply(List.of(new Group(List.of((long) nanos.length), waits)), List.of());
    }
}
