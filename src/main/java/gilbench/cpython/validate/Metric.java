package gilbench.cpython.validate;

import gilbench.cpython.compare.MetricBound;
import gilbench.scenario.Labelled;
import java.time.Duration;
import java.util.OptionalDouble;

/**
 * A number by which the sides are compared.
 *
 * @param name for people, unit included
 * @param role what it says
 */
public record Metric(String name, Role role, MetricBound bound, Reading reading) {
    private static final MetricBound THROUGHPUT = new MetricBound.Ratio(0.05);
    private static final MetricBound MEDIAN = new MetricBound.Ratio(0.10);
    private static final MetricBound SHARE = new MetricBound.Difference(0.10);

    /** The bound on means of waits, which are multiples of a slice. */
    private static final MetricBound MEAN = new MetricBound.Ratio(0.15);

    private static final double MILLIS = 1e3;

    /** Which metrics enter the overall mean of |ln(simulated/real)|. */
    public enum Role implements Labelled {
        /** Work, cycles, switches or requests in a time, or the length of a slice. */
        THROUGHPUT("throughput"),

        /** A mean of waits. */
        MEAN_WAIT("mean-wait"),

        /** Anything else. */
        OTHER("other");

        private final String label;

        Role(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** Takes the number from an observation; empty when that does not know it. */
    @FunctionalInterface
    public interface Reading {
        /** The number. */
        OptionalDouble of(Observation seen);
    }

    /** Work of all threads as a multiple of the work of one alone. */
    static Metric speedUp() {
        return throughput("speed-up", Quantity.SPEED_UP);
    }

    /** Cycles or requests in a second. */
    static Metric rate(String name) {
        return throughput(name, Quantity.RATE);
    }

    /** The same where a wait for the GIL is part of each cycle. */
    static Metric rateOfWaiting(String name) {
        return new Metric(name, Role.THROUGHPUT, MEAN, number(Quantity.RATE, 1));
    }

    /** Changes of the working thread in a second. */
    static Metric switches() {
        return throughput("switches/s", Quantity.SWITCHES);
    }

    /** The median slice. */
    static Metric medianSlice() {
        return new Metric("median slice, ms", Role.THROUGHPUT, THROUGHPUT, number(Quantity.MEDIAN_SLICE, MILLIS));
    }

    /** The median wait, for waits of less than two slices. */
    static Metric medianWait() {
        return new Metric("median wait, ms", Role.OTHER, MEDIAN, number(Quantity.MEDIAN_WAIT, MILLIS));
    }

    /** The mean wait. */
    static Metric meanWait() {
        return new Metric("mean wait, ms", Role.MEAN_WAIT, MEAN, number(Quantity.MEAN_WAIT, MILLIS));
    }

    /** The longest wait, for a wait that one long call decides. */
    static Metric longestWait() {
        return new Metric("longest wait, ms", Role.THROUGHPUT, THROUGHPUT, number(Quantity.LONGEST_WAIT, MILLIS));
    }

    /** The mean response time of a request. */
    static Metric meanResponse(String request) {
        return new Metric(
                "mean response time of " + request + ", ms", Role.MEAN_WAIT, MEAN, number(Quantity.MEAN_WAIT, MILLIS));
    }

    /** The median response time of a request, which jumps by slices and therefore has no bound. */
    static Metric medianResponse(String request) {
        return new Metric(
                "median response time of " + request + ", ms",
                Role.OTHER,
                new MetricBound.Unbounded(),
                number(Quantity.MEDIAN_WAIT, MILLIS));
    }

    /** The share of waits of at most {@code slices} slices, each {@code interval} and 0.1 ms. */
    static Metric waitsUpTo(int slices, Duration interval) {
        double slice = interval.toNanos() / 1e9 + 1e-4;
        return new Metric(
                slices == 0 ? "waits of 0 slices" : "waits of ≤ " + slices + (slices == 1 ? " slice" : " slices"),
                Role.OTHER,
                SHARE,
                seen -> seen.waitsUpTo((slices + 0.5) * slice));
    }

    /** The share of the thread that worked most. */
    static Metric luckiest() {
        return fairness("share of the luckiest", Quantity.LUCKIEST);
    }

    /** The share of the thread that worked least. */
    static Metric unluckiest() {
        return fairness("share of the unluckiest", Quantity.UNLUCKIEST);
    }

    /** The same, shown and not judged. */
    Metric unjudged() {
        return new Metric(name, role, new MetricBound.Unbounded(), reading);
    }

    private static Metric throughput(String name, Quantity quantity) {
        return new Metric(name, Role.THROUGHPUT, THROUGHPUT, number(quantity, 1));
    }

    private static Metric fairness(String name, Quantity quantity) {
        return new Metric(name, Role.OTHER, new MetricBound.InRange(), number(quantity, 1));
    }

    private static Reading number(Quantity quantity, double unit) {
        return seen -> {
            OptionalDouble value = seen.number(quantity);
            return value.isPresent() ? OptionalDouble.of(value.getAsDouble() * unit) : value;
        };
    }
}
