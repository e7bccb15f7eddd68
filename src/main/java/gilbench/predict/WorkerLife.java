package gilbench.predict;

import gilbench.scenario.BoundException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * When worker processes end and are started anew. A new process serves after the machine's process start; until then its
 * place is empty. All workers serve when a simulation begins.
 *
 * @param recycleAfter a worker that began so many requests carries them out and ends, 1 to 10 million; empty: never
 * @param jitter each process may begin up to so many requests more, drawn anew, 0 to 10 million
 * @param losses unplanned ends of each worker per second at random times, 0 to 1; requests that it carries out end with it
 */
public record WorkerLife(OptionalInt recycleAfter, int jitter, double losses) {
    /** For ever. */
    public static final WorkerLife ENDLESS = new WorkerLife(OptionalInt.empty(), 0, 0);

    private static final int MOST = 10_000_000;
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /** Checks the bounds. */
    public WorkerLife {
        recycleAfter.ifPresent(requests -> between("recycle-after", requests, 1));
        between("recycle-jitter", jitter, 0);
        if (!(losses >= 0 && losses <= 1)) {
            throw new BoundException("losses", Double.toString(losses), "must be between 0 and 1 per second");
        }
    }

    /** Workers that end after so many requests. */
    public static WorkerLife recycled(int requests, int jitter) {
        return new WorkerLife(OptionalInt.of(requests), jitter, 0);
    }

    /** Workers that are lost so many times a second each. */
    public static WorkerLife lost(double perSecond) {
        return new WorkerLife(OptionalInt.empty(), 0, perSecond);
    }

    /**
     * Workers as options describe them.
     *
     * @param jitter only with {@code recycleAfter}
     * @param loseEvery mean time until a worker is lost, at least 1 s
     */
    public static WorkerLife of(OptionalInt recycleAfter, OptionalInt jitter, Optional<Duration> loseEvery) {
        if (jitter.isPresent() && recycleAfter.isEmpty()) {
            throw new BoundException("recycle-jitter", Integer.toString(jitter.getAsInt()), "needs recycle-after");
        }
        loseEvery.filter(mean -> mean.compareTo(SHORTEST) < 0).ifPresent(mean -> {
            throw new BoundException("lose-worker-every", mean.toString(), "must be at least 1s");
        });
        return new WorkerLife(
                recycleAfter,
                jitter.orElse(0),
                loseEvery.map(mean -> 1e9 / mean.toNanos()).orElse(0.0));
    }

    /**
     * Mean seconds from when a worker serves until it ends, when it begins so many requests per second: with
     * a = (m + J/2)/X of recycling and l losses per second, (1 − e^(−l·a))/l; infinite when it lives for ever.
     */
    double span(double rate) {
        double recycled =
                recycleAfter.isPresent() ? (recycleAfter.getAsInt() + jitter / 2.0) / rate : Double.POSITIVE_INFINITY;
        return losses == 0 ? recycled : -Math.expm1(-losses * recycled) / losses;
    }

    /** Share of its time that a worker serves when it begins so many requests per second meanwhile. */
    double serving(double rate, Duration start) {
        double span = span(rate);
        return Double.isInfinite(span) ? 1 : span / (span + start.toNanos() / 1e9);
    }

    private static void between(String key, int value, int least) {
        if (value < least || value > MOST) {
            throw new BoundException(key, Integer.toString(value), "must be between " + least + " and " + MOST);
        }
    }
}
