package gilbench.predict;

import java.util.Arrays;

/**
 * The requests that a simulation knows: columns by id; ids are used again. Those not yet answered form a list in order of
 * arrival, those that wait for a thread or a loop stand in queues.
 */
final class Requests {
    static final int NONE = -1;

    private static final int FIRST = 64;

    int[] kind = new int[FIRST];
    int[] user = new int[FIRST];
    int[] step = new int[FIRST];
    int[] group = new int[FIRST];
    long[] arrived = new long[FIRST];
    long[] stamp = new long[FIRST];
    long[] ahead = new long[FIRST];
    boolean[] answered = new boolean[FIRST];
    boolean[] placed = new boolean[FIRST];
    long[] queue = new long[FIRST];
    long[] gilWait = new long[FIRST];
    long[] python = new long[FIRST];
    long[] nativeTime = new long[FIRST];
    long[] io = new long[FIRST];
    int[] next = new int[FIRST];

    private int[] later = new int[FIRST];
    private int[] earlier = new int[FIRST];
    private int[] previous = new int[FIRST];
    private int[] waitsIn = new int[FIRST];
    private int oldest = NONE;
    private int newest = NONE;
    private int free = NONE;
    private int used;

    private final int[] heads;
    private final int[] tails;
    private final int[] lengths;

    Requests(int queues) {
        heads = new int[queues];
        tails = new int[queues];
        lengths = new int[queues];
        Arrays.fill(heads, NONE);
        Arrays.fill(tails, NONE);
    }

    /** A request that arrives now. */
    int create(int itsKind, int itsUser, long now) {
        int id = free;
        if (id == NONE) {
            id = used++;
            if (used > kind.length) {
                grow();
            }
        } else {
            free = next[id];
        }
        kind[id] = itsKind;
        user[id] = itsUser;
        step[id] = 0;
        arrived[id] = now;
        answered[id] = false;
        placed[id] = false;
        ahead[id] = queue[id] = gilWait[id] = python[id] = nativeTime[id] = io[id] = 0;
        waitsIn[id] = NONE;
        append(id);
        return id;
    }

    /** The request is answered and leaves the list of those in flight. */
    void answer(int id) {
        answered[id] = true;
        int before = earlier[id];
        int after = later[id];
        if (before == NONE) {
            oldest = after;
        } else {
            later[before] = after;
        }
        if (after == NONE) {
            newest = before;
        } else {
            earlier[after] = before;
        }
    }

    /** Nobody knows the request any more. */
    void free(int id) {
        next[id] = free;
        free = id;
    }

    /** The one in flight that arrived first, or {@link #NONE}. */
    int oldest() {
        return oldest;
    }

    /** The one in flight that arrived next after {@code id}, or {@link #NONE}. */
    int after(int id) {
        return later[id];
    }

    boolean waits(int id) {
        return waitsIn[id] != NONE;
    }

    int length(int queueId) {
        return lengths[queueId];
    }

    void enqueue(int queueId, int id) {
        int tail = tails[queueId];
        previous[id] = tail;
        next[id] = NONE;
        waitsIn[id] = queueId;
        if (tail == NONE) {
            heads[queueId] = id;
        } else {
            next[tail] = id;
        }
        tails[queueId] = id;
        lengths[queueId]++;
    }

    /** Takes the first of a queue, or {@link #NONE}. */
    int dequeue(int queueId) {
        int id = heads[queueId];
        if (id != NONE) {
            withdraw(id);
        }
        return id;
    }

    /** Takes a request out of the queue in which it waits. */
    void withdraw(int id) {
        int queueId = waitsIn[id];
        int before = previous[id];
        int after = next[id];
        if (before == NONE) {
            heads[queueId] = after;
        } else {
            next[before] = after;
        }
        if (after == NONE) {
            tails[queueId] = before;
        } else {
            previous[after] = before;
        }
        waitsIn[id] = NONE;
        lengths[queueId]--;
    }

    private void append(int id) {
        earlier[id] = newest;
        later[id] = NONE;
        if (newest == NONE) {
            oldest = id;
        } else {
            later[newest] = id;
        }
        newest = id;
    }

    private void grow() {
        int length = 2 * kind.length;
        kind = Arrays.copyOf(kind, length);
        user = Arrays.copyOf(user, length);
        step = Arrays.copyOf(step, length);
        group = Arrays.copyOf(group, length);
        arrived = Arrays.copyOf(arrived, length);
        stamp = Arrays.copyOf(stamp, length);
        ahead = Arrays.copyOf(ahead, length);
        answered = Arrays.copyOf(answered, length);
        placed = Arrays.copyOf(placed, length);
        queue = Arrays.copyOf(queue, length);
        gilWait = Arrays.copyOf(gilWait, length);
        python = Arrays.copyOf(python, length);
        nativeTime = Arrays.copyOf(nativeTime, length);
        io = Arrays.copyOf(io, length);
        next = Arrays.copyOf(next, length);
        later = Arrays.copyOf(later, length);
        earlier = Arrays.copyOf(earlier, length);
        previous = Arrays.copyOf(previous, length);
        waitsIn = Arrays.copyOf(waitsIn, length);
    }
}
