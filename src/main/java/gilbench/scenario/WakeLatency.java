package gilbench.scenario;

import java.time.Duration;

/**
 * How long a woken thread takes until it runs: a lognormal distribution, told by two of its quantiles.
 *
 * @param median above 0
 * @param p99 at least the median
 */
public record WakeLatency(Duration median, Duration p99) {
    /** The 99 % quantile of the standard normal distribution. */
    private static final double Z_99 = 2.3263478740408408;

    /** Checks the bounds. */
    public WakeLatency {
        Checks.positive("wake-latency median", median);
        if (p99.compareTo(median) < 0) {
            throw new BoundException("wake-latency p99", p99.toString(), "must be at least the median, " + median);
        }
    }

    /** The mean of the logarithm of the latency in seconds. */
    public double mu() {
        return Math.log(median.toNanos() / 1e9);
    }

    /** The standard deviation of the logarithm of the latency. */
    public double sigma() {
        return Math.log((double) p99.toNanos() / median.toNanos()) / Z_99;
    }
}
