package gilbench.bench.runner;

import java.time.Instant;

/** The time of a run: the wall clock for when it began, a monotonic clock for how long things take. */
public interface RunClock {
    /** Now on the wall clock. */
    Instant now();

    /** Now on the monotonic clock, in nanoseconds from an arbitrary origin. */
    long nanos();

    /** The clocks of this machine. */
    static RunClock system() {
        return new RunClock() {
            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public long nanos() {
                return System.nanoTime();
            }
        };
    }
}
