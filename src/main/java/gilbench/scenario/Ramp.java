package gilbench.scenario;

import java.time.Duration;

/**
 * The rate of an open workload that goes linearly from one value to another.
 *
 * @param from arrivals per second at the beginning, not negative
 * @param to arrivals per second at the end, above 0
 * @param over how long it takes, above 0
 */
public record Ramp(double from, double to, Duration over) {
    /** Checks the bounds. */
    public Ramp {
        if (!(from >= 0 && Double.isFinite(from))) {
            throw new BoundException("ramp", Double.toString(from), "must begin with a finite number, at least 0");
        }
        Checks.positive("ramp", to);
        Checks.positive("over", over);
    }

    /** Mean arrivals per second. */
    public double mean() {
        return (from + to) / 2;
    }

    /** The highest rate, arrivals per second. */
    public double peak() {
        return Math.max(from, to);
    }

    /** Expected arrivals: the integral of the rate. */
    public double arrivals() {
        return mean() * over.toNanos() / 1e9;
    }
}
