package gilbench.bench.runner;

import gilbench.bench.result.Finding;
import gilbench.bench.result.FindingType;
import gilbench.bench.stats.Distribution;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Calibrates the delay service alone: 99 % of its answers must come within max(2 ms, 5 %) after the delay that was asked
 * for, at the highest rate at which the plan asks. It must hold once in three looks of a second, since a neighbour can
 * spoil one.
 */
final class DelayGate {
    private static final Duration WARM_UP = Duration.ofMillis(1500);
    private static final int LOOKS = 3;
    private static final Duration LENGTH = Duration.ofSeconds(1);
    private static final Duration LEAST_BOUND = Duration.ofMillis(2);
    private static final double SHARE = 0.99;

    private DelayGate() {}

    /**
     * What is asked for.
     *
     * @param rate io steps per second
     */
    record Demand(Duration delay, double rate) {}

    /** The finding that {@code delays} is too slow for {@code demand}, if it is. */
    static Optional<Finding> check(Machinery.DelayService delays, Demand demand) throws InterruptedException {
        delays.warmUp(WARM_UP);
        Distribution seen = Distribution.empty();
        for (int look = 0; look < LOOKS; look++) {
            seen = delays.responseTimes(demand.delay(), demand.rate(), LENGTH);
            if (holds(seen, demand)) {
                return Optional.empty();
            }
        }
        return Optional.of(finding(seen, demand));
    }

    /** How late an answer may be. */
    static Duration bound(Duration delay) {
        Duration relative = delay.dividedBy(20);
        return relative.compareTo(LEAST_BOUND) > 0 ? relative : LEAST_BOUND;
    }

    private static boolean holds(Distribution seen, Demand demand) {
        Duration latest = demand.delay().plus(bound(demand.delay()));
        return seen.shareAtMost(latest.toNanos() / 1e9) >= SHARE;
    }

    private static Finding finding(Distribution seen, Demand demand) {
        double delay = demand.delay().toNanos() / 1e6;
        double bound = bound(demand.delay()).toNanos() / 1e6;
        double share = seen.shareAtMost((delay + bound) / 1e3);
        return new Finding(
                FindingType.DELAY_SERVICE_SLOW,
                String.format(
                        Locale.ROOT,
                        "alone at %.0f requests/s, %.1f %% of the answers after %.0f ms came within %.1f ms more,"
                                + " bound 99 %%; mean %.1f ms",
                        demand.rate(),
                        share * 100,
                        delay,
                        bound,
                        seen.mean() * 1e3));
    }
}
