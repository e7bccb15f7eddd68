package gilbench.predict;

import java.util.Arrays;

/**
 * What is going to happen, ordered by time and then by insertion: a 4-ary heap of primitives, so that neither adding nor
 * taking allocates.
 *
 * <p>Times are nanoseconds since the start of the simulation. Each event has a tag that no other event of the queue ever
 * has; whoever wants to cancel an event forgets its tag and ignores it when it comes. A tag holds, from the high bits to
 * the low, the insertion number (35 bits), the kind (4 bits) and the id of what it concerns (24 bits).
 */
final class EventQueue {
    /** One more than the largest id. */
    static final int MOST_IDS = 1 << 24;

    private static final int ID_BITS = 24;
    private static final int SHIFT = 28;
    private static final int ARITY = 4;
    private static final int FIRST = 64;

    private long[] times = new long[FIRST];
    private long[] tags = new long[FIRST];
    private int size;
    private long inserted;
    private long time;

    /** Adds an event and returns its tag. */
    long add(long when, int kind, int id) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            tags = Arrays.copyOf(tags, 2 * size);
        }
        long tag = inserted++ << SHIFT | (long) kind << ID_BITS | id;
        up(size++, when, tag);
        return tag;
    }

    /** Takes the next event, whose tag is returned and whose time is {@link #time} from now on. */
    long take() {
        long tag = tags[0];
        time = times[0];
        size--;
        if (size > 0) {
            down(times[size], tags[size]);
        }
        return tag;
    }

    /** The time of the event that was taken last. */
    long time() {
        return time;
    }

    /** The time of the next event; there must be one. */
    long nextTime() {
        return times[0];
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** How many events were ever added. */
    long added() {
        return inserted;
    }

    static int kind(long tag) {
        return (int) (tag >>> ID_BITS) & 15;
    }

    static int id(long tag) {
        return (int) tag & MOST_IDS - 1;
    }

    private void up(int from, long when, long tag) {
        int at = from;
        while (at > 0) {
            int parent = (at - 1) / ARITY;
            if (!before(when, tag, times[parent], tags[parent])) {
                break;
            }
            times[at] = times[parent];
            tags[at] = tags[parent];
            at = parent;
        }
        times[at] = when;
        tags[at] = tag;
    }

    private void down(long when, long tag) {
        int at = 0;
        while (true) {
            int least = leastChild(at);
            if (least < 0 || !before(times[least], tags[least], when, tag)) {
                break;
            }
            times[at] = times[least];
            tags[at] = tags[least];
            at = least;
        }
        times[at] = when;
        tags[at] = tag;
    }

    private int leastChild(int at) {
        int first = ARITY * at + 1;
        if (first >= size) {
            return -1;
        }
        int least = first;
        int end = Math.min(first + ARITY, size);
        for (int child = first + 1; child < end; child++) {
            if (before(times[child], tags[child], times[least], tags[least])) {
                least = child;
            }
        }
        return least;
    }

    private static boolean before(long time, long tag, long otherTime, long otherTag) {
        return time < otherTime || (time == otherTime && tag < otherTag);
    }
}
