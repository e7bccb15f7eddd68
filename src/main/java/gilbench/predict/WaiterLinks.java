package gilbench.predict;

import java.util.Arrays;

/** Where each thread stands among the waiters of its GIL: links that all GILs of a simulation share, by thread. */
final class WaiterLinks {
    /** Marks the end of a list and a thread that waits nowhere. */
    static final int NONE = -1;

    int[] next = new int[0];
    int[] previous = new int[0];
    int[] place = new int[0];
    long[] phase = new long[0];

    /** Makes room for {@code threads}. */
    void reserve(int threads) {
        int old = place.length;
        if (threads > old) {
            int length = Math.max(threads, 2 * old);
            next = Arrays.copyOf(next, length);
            previous = Arrays.copyOf(previous, length);
            place = Arrays.copyOf(place, length);
            phase = Arrays.copyOf(phase, length);
            Arrays.fill(place, old, length, NONE);
        }
    }
}
