package gilbench.bench.arrival;

import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/**
 * How many arrivals are expected until each arrival, one after the other: the operational time of a timetable, which does not
 * depend on its rate.
 *
 * <p>Random ones are sums kept as doubles: after 10⁷ arrivals one addition errs by at most 10⁻⁹ of a mean gap, with random
 * sign. Logarithms come from {@link StrictMath}, so that a seed means the same on every machine.
 */
final class Counts {
    private Counts() {}

    /** 0, 1, 2, … */
    static DoubleSupplier even() {
        return new DoubleSupplier() {
            private long arrivals;

            @Override
            public double getAsDouble() {
                return arrivals++;
            }
        };
    }

    /** Sums of exponential gaps with mean 1 by inversion: with U uniform on [0, 1), −ln(1 − U) is exponential. */
    static DoubleSupplier poisson(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new DoubleSupplier() {
            private double sum;

            @Override
            public double getAsDouble() {
                sum -= StrictMath.log1p(-random.nextDouble());
                return sum;
            }
        };
    }
}
