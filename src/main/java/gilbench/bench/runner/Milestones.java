package gilbench.bench.runner;

import java.time.Duration;

/** Tells the progress of a run from how long its parts were expected to take. */
final class Milestones {
    private final Progress progress;
    private Duration total;
    private Duration before = Duration.ZERO;
    private Duration current = Duration.ZERO;

    /** A run that is expected to take {@code total}. */
    Milestones(Progress progress, Duration total) {
        this.progress = progress;
        this.total = total;
    }

    /** The part under way has ended and {@code what} begins, which is expected to take {@code expected}. */
    void begin(String what, Duration expected) {
        before = before.plus(current);
        current = expected;
        Duration remaining = total.minus(before);
        double done = total.isZero() ? 1 : Math.clamp((double) before.toNanos() / total.toNanos(), 0, 1);
        progress.begin(what, done, remaining.isNegative() ? Duration.ZERO : remaining);
    }

    /** Something must be done again, which is expected to take {@code more}. */
    void extend(Duration more) {
        total = total.plus(more);
    }
}
