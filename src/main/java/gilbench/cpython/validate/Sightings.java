package gilbench.cpython.validate;

import gilbench.bench.stats.Distribution;
import gilbench.cpython.probe.ProbeKind;
import gilbench.cpython.probe.ProbeReply;
import gilbench.cpython.probe.ProbeTask;
import gilbench.cpython.probe.ProbeThreads;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/** The numbers in what a probe answered. */
final class Sightings {
    private static final double NANOS = 1e9;

    private final ProbeTask task;
    private final ProbeReply reply;
    private final Map<Quantity, Double> numbers = new EnumMap<>(Quantity.class);

    private Sightings(ProbeTask task, ProbeReply reply) {
        this.task = task;
        this.reply = reply;
    }

    /** What {@code reply} says about the last group of threads of {@code task}. */
    static Observation of(ProbeTask task, ProbeReply reply) {
        Sightings sightings = new Sightings(task, reply);
        sightings.rate();
        sightings.shares();
        sightings.slices();
        sightings.waits();
        Distribution.Recorder recorder = Distribution.recorder();
        reply.watched().waits().forEach(recorder::record);
        return new Observation(sightings.numbers, recorder.snapshot());
    }

    /** Nobody who never came round is compared by a ratio of nothing: half a cycle is the least. */
    private void rate() {
        numbers.put(
                Quantity.RATE,
                countsLateness() ? cyclesOfMean() : perSecond(reply.watched().total()));
        numbers.put(Quantity.SWITCHES, perSecond(reply.slices().size()));
    }

    /** A count of whole cycles in a window would not tell 101 ms from 119 ms. */
    private double cyclesOfMean() {
        ProbeThreads role = task.threads().getLast();
        double cycle = role.first().plus(role.second()).toNanos()
                + mean(reply.watched().waits());
        return reply.watched().amounts().size() * NANOS / cycle;
    }

    private boolean countsLateness() {
        return task.threads().getLast().kind() == ProbeKind.MIXED
                && !reply.watched().waits().isEmpty();
    }

    private double perSecond(double count) {
        return Math.max(0.5, count) / (task.window().toNanos() / NANOS);
    }

    private void shares() {
        if (reply.watched().total() > 0) {
            numbers.put(Quantity.LUCKIEST, share(Long::max));
            numbers.put(Quantity.UNLUCKIEST, share(Long::min));
        }
    }

    private double share(BinaryOperator<Long> choice) {
        ProbeReply.Group group = reply.watched();
        return group.amounts().stream().reduce(choice).orElseThrow() / group.total();
    }

    private void slices() {
        if (!reply.slices().isEmpty()) {
            numbers.put(Quantity.MEDIAN_SLICE, median(reply.slices()) / NANOS);
        }
    }

    private void waits() {
        List<Long> waits = reply.watched().waits();
        if (!waits.isEmpty()) {
            numbers.put(Quantity.MEAN_WAIT, mean(waits) / NANOS);
            numbers.put(Quantity.MEDIAN_WAIT, median(waits) / NANOS);
            numbers.put(
                    Quantity.LONGEST_WAIT,
                    waits.stream().mapToLong(Long::longValue).max().orElseThrow() / NANOS);
        }
    }

    private static double mean(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).average().orElseThrow();
    }

    private static double median(List<Long> values) {
        double[] sorted =
                values.stream().mapToDouble(Long::doubleValue).sorted().toArray();
        int n = sorted.length;
        return Arrays.stream(sorted, (n - 1) / 2, n / 2 + 1).average().orElseThrow();
    }
}
