package gilbench.predict;

import java.util.Arrays;

/**
 * A histogram of times in nanoseconds, after HdrHistogram: buckets of equal width within each power of two, so that a value
 * is known to 1/512 of itself. The mean is exact.
 */
final class Times {
    private static final int BITS = 9;
    private static final int HALF = 1 << BITS;

    private long[] counts = new long[HALF];
    private long count;
    private double sum;
    private long max;

    /** Adds {@code nanos}, not negative. */
    void record(long nanos) {
        int index = index(nanos);
        if (index >= counts.length) {
            counts = Arrays.copyOf(counts, (index / HALF + 1) * HALF);
        }
        counts[index]++;
        count++;
        sum += nanos;
        max = Math.max(max, nanos);
    }

    /** These and {@code other}, in a histogram of its own. */
    Times and(Times other) {
        Times both = new Times();
        both.add(this);
        both.add(other);
        return both;
    }

    void add(Times other) {
        if (other.counts.length > counts.length) {
            counts = Arrays.copyOf(counts, other.counts.length);
        }
        for (int i = 0; i < other.counts.length; i++) {
            counts[i] += other.counts[i];
        }
        count += other.count;
        sum += other.sum;
        max = Math.max(max, other.max);
    }

    long count() {
        return count;
    }

    /** In nanoseconds; 0 when empty. */
    double mean() {
        return count == 0 ? 0 : sum / count;
    }

    long max() {
        return max;
    }

    /** The quantile {@code q} in nanoseconds, the middle of its bucket; 0 when empty. */
    double quantile(double q) {
        long rank = Math.max(1, (long) Math.ceil(q * (double) count));
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= rank) {
                return Math.min(middle(i), (double) max);
            }
        }
        return 0;
    }

    /** Values below 512 have a bucket each; the others 512 for each power of two. */
    private static int index(long nanos) {
        int power = Long.SIZE - Long.numberOfLeadingZeros(nanos) - BITS - 1;
        return power < 0 ? (int) nanos : (power << BITS) + (int) (nanos >>> power);
    }

    private static double middle(int index) {
        int power = index / HALF - 1;
        if (power <= 0) {
            return index;
        }
        return ((double) (index - (power << BITS)) + 0.5) * (1L << power);
    }
}
