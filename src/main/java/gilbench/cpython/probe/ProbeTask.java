package gilbench.cpython.probe;

import gilbench.scenario.BoundException;
import java.time.Duration;
import java.util.List;

/**
 * What one probe process does once: some threads for some time under one switch interval.
 *
 * @param interval the switch interval
 * @param window how long the threads go on; above 0, at most a minute
 * @param seed of every random duration
 * @param threads the groups of threads, at least one
 */
public record ProbeTask(Duration interval, Duration window, long seed, List<ProbeThreads> threads) {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** Checks the bounds. */
    public ProbeTask {
        threads = List.copyOf(threads);
        if (threads.isEmpty()) {
            throw new BoundException("threads", "none", "must be at least one group");
        }
        if (!window.isPositive() || window.compareTo(LONGEST) > 0) {
            throw new BoundException("window", window.toString(), "must be above 0 and at most " + LONGEST);
        }
    }

    /** This task with another seed. */
    public ProbeTask withSeed(long other) {
        return new ProbeTask(interval, window, other, threads);
    }
}
