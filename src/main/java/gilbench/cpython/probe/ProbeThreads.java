package gilbench.cpython.probe;

import gilbench.scenario.BoundException;
import java.time.Duration;

/**
 * Threads of a probe that do the same.
 *
 * @param count 1 to 2000
 * @param first see {@link ProbeKind}; not negative
 * @param second see {@link ProbeKind}; not negative
 */
public record ProbeThreads(ProbeKind kind, int count, Duration first, Duration second) {
    /** The most threads of one process. */
    public static final int MOST = 2000;

    /** Checks the bounds. */
    public ProbeThreads {
        if (count < 1 || count > MOST) {
            throw new BoundException("threads", Integer.toString(count), "must be between 1 and " + MOST);
        }
        if (first.isNegative() || second.isNegative()) {
            throw new BoundException("durations", first + ", " + second, "must not be negative");
        }
    }

    /** Threads that work. */
    public static ProbeThreads cpu(int count) {
        return new ProbeThreads(ProbeKind.CPU, count, Duration.ZERO, Duration.ZERO);
    }

    /** Threads that sleep between {@code least} and {@code most}. */
    public static ProbeThreads sleepers(int count, Duration least, Duration most) {
        return new ProbeThreads(ProbeKind.SLEEPER, count, least, most);
    }

    /** Threads of {@code kind}. */
    public static ProbeThreads of(ProbeKind kind, int count, Duration first, Duration second) {
        return new ProbeThreads(kind, count, first, second);
    }
}
