package gilbench.profile;

import java.util.HashMap;
import java.util.Map;

/**
 * The processor time that one process has used, in nanoseconds.
 *
 * @param threads of each thread that lives, by its id
 * @param total of all threads it ever had, in whole steps of 10 ms
 * @param waited how long the threads that live could have run, but had no processor
 */
public record ProcessTime(Map<Long, Long> threads, long total, long waited) {
    /** What {@code total} may be wrong by at each of two readings, user and system time each: 10 ms. */
    private static final long STEPS = 40_000_000;

    /** Copies the map. */
    public ProcessTime {
        threads = Map.copyOf(threads);
    }

    /** What was used since {@code earlier}; a thread that came or went in between is not lost. */
    ProcessUse since(ProcessTime earlier) {
        Map<Long, Long> used = new HashMap<>();
        long sum = 0;
        for (Map.Entry<Long, Long> thread : threads.entrySet()) {
            long more = thread.getValue() - earlier.threads.getOrDefault(thread.getKey(), 0L);
            used.put(thread.getKey(), more);
            sum += more;
        }
        long missing = total - earlier.total - sum;
        return new ProcessUse(used, missing > STEPS ? missing : 0);
    }
}
