package gilbench.scenario;

import java.time.Duration;

/**
 * A bound on a percentile of the response time and on the share of requests that do not complete.
 *
 * @param quantile 0.99 for p99; above 0, below 1
 * @param errors largest share of failures
 */
public record Objective(double quantile, Duration bound, double errors) {
    /** Checks the bounds. */
    public Objective {
        if (!(quantile > 0 && quantile < 1)) {
            throw new BoundException("quantile", Double.toString(quantile), "must be above 0 and below 1");
        }
        Checks.positive("objective", bound);
        Checks.share("errors", errors);
    }
}
