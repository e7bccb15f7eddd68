package gilbench.bench.arrival;

import gilbench.scenario.Ramp;
import java.util.function.DoubleSupplier;

/**
 * Arrivals at a rate λ(t) = a + k·t with k = (b − a)/d until t = d, then λ(t) = b.
 *
 * <p>The expected number of arrivals until t is the integrated rate Λ(t) = a·t + k·t²/2 for t ≤ d, and Λ(d) + b·(t − d)
 * after it, where Λ(d) = (a + b)·d/2. An arrival is due when Λ(t) is its operational time n: 0, 1, 2, … of even arrivals, the
 * sum of exponential gaps of a Poisson process whose rate is λ(t). For n ≤ Λ(d) the root is taken in the form
 * t = 2n / (a + √(a² + 2·k·n)), which neither cancels for small n nor divides by k when a = b.
 */
final class RampArrivals implements Arrivals {
    private final double from;
    private final double to;
    private final double seconds;
    private final double slope;
    private final double rampArrivals;
    private final DoubleSupplier counts;

    RampArrivals(Ramp ramp, DoubleSupplier counts) {
        this.from = ramp.from();
        this.to = ramp.to();
        this.seconds = ramp.over().toNanos() / 1e9;
        this.slope = (to - from) / seconds;
        this.rampArrivals = ramp.arrivals();
        this.counts = counts;
    }

    @Override
    public long next() {
        return Rates.nanos(due(counts.getAsDouble()));
    }

    private double due(double n) {
        if (n == 0) {
            return 0;
        }
        return n <= rampArrivals
                ? 2 * n / (from + Math.sqrt(Math.max(0, from * from + 2 * slope * n)))
                : seconds + (n - rampArrivals) / to;
    }
}
