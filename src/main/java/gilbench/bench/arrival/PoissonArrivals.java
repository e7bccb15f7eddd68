package gilbench.bench.arrival;

import java.util.SplittableRandom;

/**
 * A Poisson process by inversion: with U uniform on [0, 1), −ln(1 − U) is exponential with mean 1. The sum of n such gaps
 * is the operational time of arrival n (expected arrivals so far), and operational time / λ is its clock time.
 *
 * <p>The sum is kept in operational time as a double: after 10⁷ arrivals one addition errs by at most 10⁻⁹ of a mean gap,
 * with random sign. Logarithms come from {@link StrictMath}, so that a seed means the same on every machine.
 */
final class PoissonArrivals implements Arrivals {
    private final double rate;
    private final SplittableRandom random;
    private double operationalTime;

    PoissonArrivals(double rate, long seed) {
        this.rate = Rates.positive("rate", rate);
        this.random = new SplittableRandom(seed);
    }

    @Override
    public long next() {
        operationalTime -= StrictMath.log1p(-random.nextDouble());
        return Rates.nanos(operationalTime / rate);
    }
}
