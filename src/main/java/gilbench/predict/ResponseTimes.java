package gilbench.predict;

import gilbench.bench.stats.Bootstrap;
import gilbench.bench.stats.Estimate;
import java.util.List;
import java.util.Optional;

/**
 * A predicted distribution of response times in seconds, each number with its 95 % interval over replications.
 *
 * @param n requests of all replications
 * @param p50 absent, like the other percentiles, when fewer than 10/(1−q) requests stand behind it
 * @param max the largest of all; its interval spans the largest of each replication
 */
public record ResponseTimes(
        long n,
        Estimate mean,
        Optional<Estimate> p50,
        Optional<Estimate> p90,
        Optional<Estimate> p95,
        Optional<Estimate> p99,
        Estimate max) {
    private static final double FEWEST_BEYOND = 10;
    private static final Estimate NOTHING = Estimate.single(0);

    /** One histogram for each replication. */
    static ResponseTimes of(List<Times> replications, long seed) {
        List<Times> seen =
                replications.stream().filter(times -> times.count() > 0).toList();
        if (seen.isEmpty()) {
            return new ResponseTimes(
                    0, NOTHING, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), NOTHING);
        }
        long n = seen.stream().mapToLong(Times::count).sum();
        return new ResponseTimes(
                n,
                Bootstrap.mean(seen.stream().map(times -> times.mean() / 1e9).toList(), seed),
                quantile(seen, n, 0.5, seed),
                quantile(seen, n, 0.9, seed),
                quantile(seen, n, 0.95, seed),
                quantile(seen, n, 0.99, seed),
                max(seen));
    }

    /** The estimate of a quantile, which must be one of the four, or the next higher of them. */
    Optional<Estimate> quantile(double q) {
        return q <= 0.5 ? p50 : q <= 0.9 ? p90 : q <= 0.95 ? p95 : p99;
    }

    private static Optional<Estimate> quantile(List<Times> seen, long n, double q, long seed) {
        return n * (1 - q) < FEWEST_BEYOND
                ? Optional.empty()
                : Optional.of(Bootstrap.mean(
                        seen.stream().map(times -> times.quantile(q) / 1e9).toList(), seed));
    }

    private static Estimate max(List<Times> seen) {
        double most = seen.stream().mapToLong(Times::max).max().orElseThrow() / 1e9;
        double least = seen.stream().mapToLong(Times::max).min().orElseThrow() / 1e9;
        return new Estimate(most, least, most, seen.size());
    }
}
