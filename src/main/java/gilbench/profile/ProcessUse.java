package gilbench.profile;

import java.util.Map;

/**
 * The processor time that one process used between two readings, in nanoseconds.
 *
 * @param threads by thread, of those that live at the end
 * @param ended of threads that ended in between, as far as it can be told from the total of the process
 */
public record ProcessUse(Map<Long, Long> threads, long ended) {
    /** Share of the whole from which on a thread has served. */
    private static final double SERVES = 0.02;

    /** Copies the map. */
    public ProcessUse {
        threads = Map.copyOf(threads);
    }

    /** Of all threads. */
    public long total() {
        return threads.values().stream().mapToLong(Long::longValue).sum() + ended;
    }

    /** Of the thread that used most. */
    public long busiest() {
        return threads.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** How many threads used at least 2 % of the whole; those that ended count as one. */
    public int serving() {
        double least = SERVES * total();
        long alive = threads.values().stream()
                .filter(used -> used > 0 && used >= least)
                .count();
        return (int) alive + (ended > 0 ? 1 : 0);
    }
}
