package gilbench.cpython;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BinaryOperator;

/**
 * One number of an observation.
 *
 * @param name for people, unit included
 * @param role what it says
 */
public record Metric(String name, Role role, MetricBound bound, Reading reading) {
    private static final double THROUGHPUT = 0.05;
    private static final double MEDIAN = 0.10;
    /** The tolerance of means of waits, which are multiples of a slice. */
    static final double MEAN = 0.15;

    private static final double SHARE = 0.10;
    private static final double NANOS_PER_MILLI = 1e6;

    /** Which metrics enter the overall mean of |ln(simulated/real)|. */
    public enum Role {
        /** Work, cycles, switches or requests in a time, or the length of a slice. */
        THROUGHPUT,

        /** A mean of waits. */
        MEAN_WAIT,

        /** Anything else. */
        OTHER
    }

    /** Takes the number from an observation; empty when it has too little to say. */
    @FunctionalInterface
    public interface Reading {
        /** The number of {@code reply}; {@code baseline} is what the case compares with, or {@code reply} itself. */
        OptionalDouble of(ProbeReply reply, ProbeReply baseline, ProbeTask task);
    }

    /** The same within another tolerance. */
    Metric within(double tolerance) {
        return new Metric(name, role, new MetricBound.Ratio(tolerance), reading);
    }

    /** Work of all threads as a multiple of the work of one alone in a window as long. */
    static Metric speedUp() {
        return throughput(
                "speed-up",
                (reply, baseline, task) -> OptionalDouble.of(
                        reply.watched().total() / Math.max(1, baseline.watched().total())));
    }

    /** Cycles or requests in a second. */
    static Metric rate(String name) {
        return throughput(
                name,
                (reply, _, task) ->
                        OptionalDouble.of(Math.max(0.5, reply.watched().total()) / seconds(task)));
    }

    /** Changes of the working thread in a second. */
    static Metric switches() {
        return throughput(
                "switches/s",
                (reply, _, task) ->
                        OptionalDouble.of(Math.max(0.5, reply.slices().size()) / seconds(task)));
    }

    /** The median slice. */
    static Metric medianSlice() {
        return throughput("median slice, ms", (reply, _, _) -> median(reply.slices()));
    }

    /** The median wait, for waits of less than two slices. */
    static Metric medianWait() {
        return new Metric(
                "median wait, ms",
                Role.OTHER,
                new MetricBound.Ratio(MEDIAN),
                (reply, _, _) -> median(reply.watched().waits()));
    }

    /** The mean wait. */
    static Metric meanWait() {
        return new Metric(
                "mean wait, ms",
                Role.MEAN_WAIT,
                new MetricBound.Ratio(MEAN),
                (reply, _, _) -> mean(reply.watched().waits(), NANOS_PER_MILLI));
    }

    /** The longest wait, for a wait that one long call decides. */
    static Metric longestWait() {
        return throughput("longest wait, ms", (reply, _, _) -> {
            var longest =
                    reply.watched().waits().stream().mapToLong(Long::longValue).max();
            return longest.isPresent()
                    ? OptionalDouble.of(longest.getAsLong() / NANOS_PER_MILLI)
                    : OptionalDouble.empty();
        });
    }

    /** The share of waits of at most {@code slices} slices, each the switch interval and 0.1 ms. */
    static Metric waitsUpTo(int slices) {
        return new Metric(
                slices == 0 ? "waits of 0 slices" : "waits of ≤ " + slices + (slices == 1 ? " slice" : " slices"),
                Role.OTHER,
                new MetricBound.Difference(SHARE),
                (reply, _, task) -> shareUpTo(reply.watched().waits(), slices, task.interval()));
    }

    /** The share of the thread that worked most. */
    static Metric luckiest() {
        return fairness("share of the luckiest", (reply, _, _) -> share(reply, Long::max));
    }

    /** The share of the thread that worked least. */
    static Metric unluckiest() {
        return fairness("share of the unluckiest", (reply, _, _) -> share(reply, Long::min));
    }

    private static Metric throughput(String name, Reading reading) {
        return new Metric(name, Role.THROUGHPUT, new MetricBound.Ratio(THROUGHPUT), reading);
    }

    private static Metric fairness(String name, Reading reading) {
        return new Metric(name, Role.OTHER, new MetricBound.InRange(), reading);
    }

    private static OptionalDouble share(ProbeReply reply, BinaryOperator<Long> choice) {
        ProbeReply.Group group = reply.watched();
        return group.total() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(group.amounts().stream().reduce(choice).orElseThrow() / group.total());
    }

    private static OptionalDouble shareUpTo(List<Long> waits, int slices, Duration interval) {
        double slice = interval.toNanos() + 100_000.0;
        return waits.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) waits.stream()
                                .filter(wait -> wait < (slices + 0.5) * slice)
                                .count()
                        / waits.size());
    }

    private static OptionalDouble mean(List<Long> nanos, double unit) {
        var mean = nanos.stream().mapToLong(Long::longValue).average();
        return mean.isPresent() ? OptionalDouble.of(mean.getAsDouble() / unit) : mean;
    }

    private static OptionalDouble median(List<Long> nanos) {
        double[] sorted = nanos.stream().mapToDouble(Long::doubleValue).sorted().toArray();
        int n = sorted.length;
        return n == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        Arrays.stream(sorted, (n - 1) / 2, n / 2 + 1).average().orElseThrow() / NANOS_PER_MILLI);
    }

    private static double seconds(ProbeTask task) {
        return task.window().toNanos() / 1e9;
    }
}
