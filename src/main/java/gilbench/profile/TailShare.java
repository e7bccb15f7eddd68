package gilbench.profile;

import gilbench.bench.stats.Bootstrap;
import gilbench.bench.stats.Estimate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Which share of the processor time behind the wait keeps the GIL: a request that starts meanwhile is late by what is then still to
 * be done with it, but at most by a switch interval, after which it gets the GIL.
 *
 * <p>Requests that start at several moments are compared with one right after them that starts at the end, because a busy
 * processor answers both sooner than one that was idle. What follows a call that releases the GIL is not seen: the request that
 * started later has the GIL by then.
 *
 * @param overhead of a request, what connection, driver and wake-ups take, seconds
 * @param interval after which a thread that waits for the GIL requests it
 */
record TailShare(double overhead, Duration interval) {
    /** Shares of the tail that are left when a request starts, one after the other; the last is what the others are compared with. */
    private static final List<Double> LEFT = List.of(0.9, 0.6, 0.35, 0.05);

    private static final int FEWEST = 6;
    private static final int LEAST_ASKED = 9;
    private static final int MOST_ASKED = 60;
    private static final int SEED = 1;
    private static final double NANOS = 1e9;

    /**
     * How much later than another each of a number of requests should start, seconds.
     *
     * @param length for everything
     * @param inside how long a request takes without its overhead, seconds
     * @param tail processor time of a request behind its wait, seconds
     */
    static List<Double> offsets(Duration length, double inside, double tail) {
        int number = (int) Math.clamp(length.toNanos() / NANOS / (2 * inside * LEFT.size()), LEAST_ASKED, MOST_ASKED);
        List<Double> offsets = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            LEFT.forEach(left -> offsets.add(Math.max(0, inside - left * tail)));
        }
        return offsets;
    }

    /** The share that requests show which started at such offsets, 0 to 1; empty when there are too few. */
    Optional<Estimate> of(List<Staggered> seen) {
        List<Double> shares = new ArrayList<>();
        for (int from = 0; from + LEFT.size() <= seen.size(); from += LEFT.size()) {
            share(seen.subList(from, from + LEFT.size())).ifPresent(shares::add);
        }
        return shares.size() < FEWEST ? Optional.empty() : Optional.of(clamped(Bootstrap.median(shares, SEED)));
    }

    /** The mean over one set of moments; empty when no request had more before it than the last. */
    private OptionalDouble share(List<Staggered> set) {
        Staggered last = set.getLast();
        return set.stream()
                .filter(one -> most(one) > most(last))
                .mapToDouble(one -> late(one, last))
                .average();
    }

    /** How late {@code one} is against what it would be if all that was left kept the GIL. */
    private double late(Staggered one, Staggered last) {
        double late = (one.seconds() - last.seconds()) / (most(one) - most(last));
        return left(one) > most(one) ? Math.min(1, late) : late;
    }

    /** The longest that it can be late, seconds. */
    private double most(Staggered one) {
        return Math.min(left(one), interval.toNanos() / NANOS);
    }

    /** What the other had still to do, seconds: it may be faster or slower than those before. */
    private double left(Staggered one) {
        return Math.max(0, one.first() - overhead - one.offset());
    }

    private static Estimate clamped(Estimate any) {
        return new Estimate(
                Math.clamp(any.value(), 0, 1), Math.clamp(any.low(), 0, 1), Math.clamp(any.high(), 0, 1), any.n());
    }
}
