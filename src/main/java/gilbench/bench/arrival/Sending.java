package gilbench.bench.arrival;

import gilbench.scenario.BoundException;
import gilbench.scenario.Workload;
import java.time.Duration;

/**
 * An open workload as it is sent to a service that has nothing to do before: which arrivals, and which of them are observed.
 *
 * @param seed of Poisson arrivals
 * @param leadIn load before the window opens, not observed, not negative
 * @param window how long is observed, above 0
 */
public record Sending(Workload.Open workload, long seed, Duration leadIn, Duration window) {
    /** Checks the bounds. */
    public Sending {
        if (leadIn.isNegative()) {
            throw new BoundException("lead-in", leadIn.toString(), "must not be negative");
        }
        if (!window.isPositive()) {
            throw new BoundException("window", window.toString(), "must be above 0");
        }
    }

    /** All arrivals from the beginning of the lead-in; each call begins anew. */
    public Arrivals arrivals() {
        return Arrivals.of(workload.pattern(), workload.rate(), seed);
    }

    /** How many arrivals are expected until the window closes. */
    public double expected() {
        return workload.rate() * leadIn.plus(window).toNanos() / 1e9;
    }

    /** How many arrivals there are from the opening of the window until before it closes. */
    public long due() {
        long opens = leadIn.toNanos();
        long closes = opens + window.toNanos();
        Arrivals arrivals = arrivals();
        long due = 0;
        for (long next = arrivals.next(); next < closes; next = arrivals.next()) {
            due += next >= opens ? 1 : 0;
        }
        return due;
    }
}
