package gilbench.profile;

import java.util.List;
import java.util.Map;

/**
 * The processor time that a tree of processes used between two readings, in nanoseconds.
 *
 * @param processes by process id
 * @param loss whether something could not be counted
 */
public record TreeUse(Map<Long, ProcessUse> processes, Loss loss) {
    /** Share of the whole from which on a process has served. */
    private static final double SERVES = 0.1;

    /** Copies the map. */
    public TreeUse {
        processes = Map.copyOf(processes);
    }

    /** What is missing. */
    public enum Loss {
        /** Nothing. */
        NONE,

        /** A process ended, and what it had used is not known. */
        PROCESS_ENDED
    }

    /** Of all processes. */
    public long total() {
        return processes.values().stream().mapToLong(ProcessUse::total).sum();
    }

    /** The processes that used at least a tenth of the whole. */
    public List<Long> serving() {
        double least = SERVES * total();
        return processes.entrySet().stream()
                .filter(each -> each.getValue().total() > 0 && each.getValue().total() >= least)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** The share of the whole that the busiest thread used; 0 when nothing was used. */
    public double busiestShare() {
        long most =
                processes.values().stream().mapToLong(ProcessUse::busiest).max().orElse(0);
        return total() == 0 ? 0 : (double) most / total();
    }

    /** The most threads of one process that served. */
    public int threads() {
        return serving().stream()
                .map(processes::get)
                .mapToInt(ProcessUse::serving)
                .max()
                .orElse(0);
    }
}
