package gilbench.profile;

import gilbench.bench.stats.Bootstrap;
import gilbench.bench.stats.Estimate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which share of the processor time behind the wait keeps the GIL: a request that starts meanwhile is late by what is then still to
 * be done with it.
 *
 * <p>Requests that start when much is left are compared with those right after them that start when little is, because a busy
 * processor answers both sooner than one that was idle. What follows a call that releases the GIL is not seen: the request that
 * started later has the GIL by then.
 */
final class TailShare {
    /** Shares of the tail that are left when a request starts, one after the other. */
    private static final List<Double> LEFT = List.of(0.7, 0.2);

    private static final int FEWEST = 6;
    private static final int LEAST_ASKED = 12;
    private static final int MOST_ASKED = 60;
    private static final int SEED = 1;

    private TailShare() {}

    /**
     * How much later than another each of a number of requests should start, seconds.
     *
     * @param length for everything
     * @param wall how long a request takes, seconds
     * @param tail processor time of a request behind its wait, seconds
     * @param overhead of {@code wall}, what connection, driver and wake-ups take, seconds
     */
    static List<Double> offsets(Duration length, double wall, double tail, double overhead) {
        int number = (int) Math.clamp(length.toNanos() / 1e9 / (2 * wall * LEFT.size()), LEAST_ASKED, MOST_ASKED);
        List<Double> offsets = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            LEFT.forEach(left -> offsets.add(Math.max(0, wall - overhead - left * tail)));
        }
        return offsets;
    }

    /** The share that requests show which started at such offsets, 0 to 1; empty when there are too few. */
    static Optional<Estimate> of(List<Staggered> seen) {
        List<Double> shares = new ArrayList<>();
        for (int i = 0; i + 1 < seen.size(); i += LEFT.size()) {
            double later = seen.get(i + 1).offset() - seen.get(i).offset();
            if (later > 0) {
                shares.add((seen.get(i).seconds() - seen.get(i + 1).seconds()) / later);
            }
        }
        return shares.size() < FEWEST ? Optional.empty() : Optional.of(clamped(Bootstrap.median(shares, SEED)));
    }

    private static Estimate clamped(Estimate any) {
        return new Estimate(
                Math.clamp(any.value(), 0, 1), Math.clamp(any.low(), 0, 1), Math.clamp(any.high(), 0, 1), any.n());
    }
}
