package gilbench.bench.result;

import java.util.List;

/**
 * The machine and the program that measured.
 *
 * @param notes one sentence each: niceness, affinity, what could not be had
 */
public record Environment(
        String version, String java, String os, String cpu, int cores, long memoryBytes, List<String> notes) {
    /** Copies the list. */
    public Environment {
        notes = List.copyOf(notes);
    }
}
