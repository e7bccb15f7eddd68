package gilbench.bench.runner;

import java.time.Duration;

/**
 * Tells the progress of a run from how long its parts were expected to take. What remains is stretched as what is done was:
 * a machine that took twice as long as expected so far is expected to go on so.
 */
final class Milestones {
    /** Before this share is done, the pace says nothing. */
    private static final double LEAST_SHARE = 0.05;

    private final Progress progress;
    private final RunClock clock;
    private final long began;
    private Duration total;
    private Duration before = Duration.ZERO;
    private Duration current = Duration.ZERO;

    /** A run that is expected to take {@code total} from now. */
    Milestones(Progress progress, RunClock clock, Duration total) {
        this.progress = progress;
        this.clock = clock;
        this.began = clock.nanos();
        this.total = total;
    }

    /** The part under way has ended and {@code what} begins, which is expected to take {@code expected}. */
    void begin(String what, Duration expected) {
        before = before.plus(current);
        current = expected;
        double done = total.isZero() ? 1 : Math.clamp((double) before.toNanos() / total.toNanos(), 0, 1);
        progress.begin(what, done, remaining(done));
    }

    /** Something must be done again, which is expected to take {@code more}. */
    void extend(Duration more) {
        total = total.plus(more);
    }

    private Duration remaining(double done) {
        Duration expected = total.minus(before);
        double pace = done < LEAST_SHARE ? 1 : (double) (clock.nanos() - began) / before.toNanos();
        return expected.isNegative() ? Duration.ZERO : Duration.ofNanos(Math.round(expected.toNanos() * pace));
    }
}
