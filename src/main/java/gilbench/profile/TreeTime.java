package gilbench.profile;

import java.util.HashMap;
import java.util.Map;

/**
 * The processor time that a tree of processes has used.
 *
 * @param processes by process id
 */
public record TreeTime(Map<Long, ProcessTime> processes) {
    private static final ProcessTime NONE = new ProcessTime(Map.of(), 0, 0);

    /** Copies the map. */
    public TreeTime {
        processes = Map.copyOf(processes);
    }

    /** How long threads waited for a processor since {@code earlier}, nanoseconds. */
    long waitedSince(TreeTime earlier) {
        return Math.max(0, waited() - earlier.waited());
    }

    private long waited() {
        return processes.values().stream().mapToLong(ProcessTime::waited).sum();
    }

    /** What was used since {@code earlier}. */
    public TreeUse since(TreeTime earlier) {
        Map<Long, ProcessUse> used = new HashMap<>();
        processes.forEach((pid, time) -> used.put(pid, time.since(earlier.processes.getOrDefault(pid, NONE))));
        boolean lost = !processes.keySet().containsAll(earlier.processes.keySet());
        return new TreeUse(used, lost ? TreeUse.Loss.PROCESS_ENDED : TreeUse.Loss.NONE);
    }
}
