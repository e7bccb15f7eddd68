package gilbench.bench.stats;

import java.util.List;
import java.util.OptionalDouble;

/** A distribution of times, immutable. Merged, never averaged. */
public interface Distribution {
    /** How many values. */
    long count();

    /** The mean in seconds; 0 when empty. */
    double mean();

    /** The largest value in seconds, to 3 significant digits; 0 when empty. */
    double max();

    /**
     * The quantile {@code q} in seconds, or empty when fewer than 10/(1−q) values stand behind it.
     *
     * @param q at least 0, below 1
     */
    OptionalDouble quantile(double q);

    /** The share of values that are at most {@code seconds}; 1 when empty. */
    double shareAtMost(double seconds);

    /** The compressed HdrHistogram V2 encoding in Base64. */
    String encoded();

    /** No values. */
    static Distribution empty() {
        return HdrDistribution.EMPTY;
    }

    /** All values of all {@code parts}. */
    static Distribution merge(List<Distribution> parts) {
        return HdrDistribution.merge(parts);
    }

    /**
     * Reads what {@link #encoded} wrote.
     *
     * @throws IllegalArgumentException when it is not such an encoding
     */
    static Distribution decode(String encoded) {
        return HdrDistribution.decoded(encoded);
    }

    /** A recorder of values, safe for many threads. */
    static Recorder recorder() {
        return HdrDistribution.recorder();
    }

    /** Collects values. */
    interface Recorder {
        /** Adds one value in nanoseconds; negative values count as 0, values above 10 minutes as 10 minutes. */
        void record(long nanos);

        /** All values so far. */
        Distribution snapshot();
    }
}
