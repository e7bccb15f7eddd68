package gilbench.cli;

import java.util.ArrayDeque;
import java.util.Deque;

/** The last lines that a process said. Thread-safe. */
final class LastLines {
    private static final int MOST = 12;

    private final Deque<String> lines = new ArrayDeque<>();

    synchronized void add(String line) {
        if (lines.size() == MOST) {
            lines.removeFirst();
        }
        lines.addLast(line);
    }

    @Override
    public synchronized String toString() {
        return lines.isEmpty() ? "it said nothing" : "its last lines:\n" + String.join("\n", lines);
    }
}
