package gilbench.bench.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every sequence of intended starts keeps. */
abstract class ArrivalsContract {
    private static final int MANY = 1_000_000;

    /** A new sequence with always the same parameters. */
    abstract Arrivals arrivals();

    /** Expected arrivals in the first {@code seconds}. */
    abstract double expected(double seconds);

    /** Largest deviation of the number of arrivals from {@code expected} ones that is no error. */
    abstract double tolerance(double expected);

    static long[] first(Arrivals arrivals, int n) {
        return LongStream.generate(arrivals::next).limit(n).toArray();
    }

    @Test
    void next_manyTimes_isNotNegativeAndNeverDecreases() {
        long[] due = first(arrivals(), MANY);

        assertThat(due[0]).isNotNegative();
        assertThat(due).isSorted();
    }

    @Test
    void next_sameParameters_givesTheSameSequence() {
        assertThat(first(arrivals(), 10_000)).isEqualTo(first(arrivals(), 10_000));
    }

    @Test
    void next_afterManyArrivals_hasNotDrifted() {
        long[] due = first(arrivals(), MANY);

        for (int n : new int[] {10, 1000, 100_000, MANY}) {
            double expected = expected(due[n - 1] / 1e9);
            assertThat((double) n).as("arrivals").isCloseTo(expected, within(tolerance(expected)));
        }
    }
}
