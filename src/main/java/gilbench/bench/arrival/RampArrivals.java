package gilbench.bench.arrival;

import gilbench.scenario.BoundException;
import java.time.Duration;

/**
 * Arrivals at a rate λ(t) = a + k·t with k = (b − a)/d until t = d, then λ(t) = b.
 *
 * <p>The expected number of arrivals until t is the integrated rate Λ(t) = a·t + k·t²/2 for t ≤ d, and Λ(d) + b·(t − d)
 * after it, where Λ(d) = (a + b)·d/2. Arrival i = 0, 1, 2, … is due when Λ(t) = i. For i ≤ Λ(d) the root is taken in the
 * form t = 2i / (a + √(a² + 2·k·i)), which neither cancels for small i nor divides by k when a = b.
 */
final class RampArrivals implements Arrivals {
    private final double from;
    private final double to;
    private final double seconds;
    private final double slope;
    private final double rampArrivals;
    private long arrivals;

    RampArrivals(double from, double to, Duration duration) {
        this.from = Rates.notNegative("from", from);
        this.to = Rates.positive("to", to);
        if (!duration.isPositive()) {
            throw new BoundException("duration", duration.toString(), "must be above 0");
        }
        this.seconds = duration.toNanos() / 1e9;
        this.slope = (to - from) / seconds;
        this.rampArrivals = (from + to) * seconds / 2;
    }

    @Override
    public long next() {
        return Rates.nanos(due(arrivals++));
    }

    private double due(long i) {
        if (i == 0) {
            return 0;
        }
        return i <= rampArrivals
                ? 2 * i / (from + Math.sqrt(Math.max(0, from * from + 2 * slope * i)))
                : seconds + (i - rampArrivals) / to;
    }
}
