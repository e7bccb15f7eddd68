package gilbench.bench.arrival;

import java.util.function.DoubleSupplier;

/** A Poisson process: an arrival is due at its operational time / λ. */
final class PoissonArrivals implements Arrivals {
    private final double rate;
    private final DoubleSupplier counts;

    PoissonArrivals(double rate, long seed) {
        this.rate = Rates.positive("rate", rate);
        this.counts = Counts.poisson(seed);
    }

    @Override
    public long next() {
        return Rates.nanos(counts.getAsDouble() / rate);
    }
}
