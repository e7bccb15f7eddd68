package gilbench.bench.result;

import gilbench.bench.stats.Estimate;
import java.util.Optional;

/**
 * A distribution of times in a few numbers, all in seconds; a percentile is absent when fewer than 10/(1−q) requests
 * stand behind it.
 */
public record Latency(
        long n,
        Estimate mean,
        Optional<Estimate> p50,
        Optional<Estimate> p90,
        Optional<Estimate> p95,
        Optional<Estimate> p99,
        Estimate max) {}
