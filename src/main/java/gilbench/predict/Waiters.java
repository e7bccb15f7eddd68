package gilbench.predict;

import static gilbench.predict.WaiterLinks.NONE;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The threads that wait for one GIL, each in timed windows of one length that follow one another without a gap.
 *
 * <p>A thread that armed at time a times out at a + W, a + 2W, …, so that its phase a mod W says all there is to know: who
 * times out next is the cyclic successor of now, who armed last its predecessor. Phases are kept in buckets, sorted within
 * each, with a bit for each bucket that is not empty; a step costs the same however many wait, unless their phases crowd.
 */
final class Waiters {
    private static final int BUCKET_BITS = 10;

    private final WaiterLinks links;
    private final long window;
    private final int shift;
    private final int[] heads;
    private final int[] tails;
    private final long[] used;
    private int[] members = new int[16];
    private int size;

    /** Waiters with windows of {@code window} nanoseconds, above 0. */
    Waiters(WaiterLinks links, long window) {
        this.links = links;
        this.window = window;
        this.shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(window) - BUCKET_BITS);
        int buckets = (int) (window >>> shift) + 1;
        this.heads = new int[buckets];
        this.tails = new int[buckets];
        this.used = new long[(buckets + Long.SIZE - 1) / Long.SIZE];
        Arrays.fill(heads, NONE);
        Arrays.fill(tails, NONE);
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Begins the windows of {@code thread} at {@code now}. */
    void add(int thread, long now) {
        if (size == members.length) {
            members = Arrays.copyOf(members, 2 * size);
        }
        members[size] = thread;
        links.place[thread] = size++;
        long phase = now % window;
        links.phase[thread] = phase;
        link(thread, phase, (int) (phase >>> shift));
    }

    /** Ends the windows of {@code thread}. */
    void remove(int thread) {
        int place = links.place[thread];
        int moved = members[--size];
        members[place] = moved;
        links.place[moved] = place;
        links.place[thread] = NONE;
        unlink(thread, (int) (links.phase[thread] >>> shift));
    }

    /** The end of the first window that ends after {@code time}; somebody must be waiting. */
    long deadlineAfter(long time) {
        long distance = links.phase[firstAfter(time)] - time % window;
        return time + (distance > 0 ? distance : distance + window);
    }

    /** Whose window ends first after {@code time}: who armed first, as seen at that time. */
    int firstAfter(long time) {
        long phase = time % window;
        int bucket = (int) (phase >>> shift);
        int tail = tails[bucket];
        if (tail != NONE && links.phase[tail] > phase) {
            int each = heads[bucket];
            while (links.phase[each] <= phase) {
                each = links.next[each];
            }
            return each;
        }
        int found = usedFrom(bucket + 1);
        return heads[found >= 0 ? found : usedFrom(0)];
    }

    /** Who armed last, as seen at {@code time}. */
    int lastUntil(long time) {
        long phase = time % window;
        int bucket = (int) (phase >>> shift);
        int head = heads[bucket];
        if (head != NONE && links.phase[head] <= phase) {
            int each = tails[bucket];
            while (links.phase[each] > phase) {
                each = links.previous[each];
            }
            return each;
        }
        int found = usedUntil(bucket - 1);
        return tails[found >= 0 ? found : usedUntil(tails.length - 1)];
    }

    /** Who armed before {@code thread} did; who armed last, before who armed first. */
    int before(int thread) {
        int previous = links.previous[thread];
        if (previous != NONE) {
            return previous;
        }
        int found = usedUntil((int) (links.phase[thread] >>> shift) - 1);
        return tails[found >= 0 ? found : usedUntil(tails.length - 1)];
    }

    /** How long before {@code time} the window of {@code thread} that runs then has begun. */
    long age(int thread, long time) {
        return Math.floorMod(time - links.phase[thread], window);
    }

    /** Any of them with equal probability. */
    int any(SplittableRandom random) {
        return members[size == 1 ? 0 : random.nextInt(size)];
    }

    private void link(int thread, long phase, int bucket) {
        int before = tails[bucket];
        while (before != NONE && links.phase[before] > phase) {
            before = links.previous[before];
        }
        int after = before == NONE ? heads[bucket] : links.next[before];
        join(bucket, before, thread);
        join(bucket, thread, after);
        used[bucket >>> 6] |= 1L << bucket;
    }

    private void unlink(int thread, int bucket) {
        join(bucket, links.previous[thread], links.next[thread]);
        if (heads[bucket] == NONE) {
            used[bucket >>> 6] &= ~(1L << bucket);
        }
    }

    private void join(int bucket, int before, int after) {
        if (before == NONE) {
            heads[bucket] = after;
        } else {
            links.next[before] = after;
        }
        if (after == NONE) {
            tails[bucket] = before;
        } else {
            links.previous[after] = before;
        }
    }

    private int usedFrom(int bucket) {
        int word = bucket >>> 6;
        if (word >= used.length) {
            return NONE;
        }
        long bits = used[word] & -1L << bucket;
        while (bits == 0) {
            if (++word == used.length) {
                return NONE;
            }
            bits = used[word];
        }
        return (word << 6) + Long.numberOfTrailingZeros(bits);
    }

    private int usedUntil(int bucket) {
        if (bucket < 0) {
            return NONE;
        }
        int word = bucket >>> 6;
        long bits = used[word] & -1L >>> ~bucket;
        while (bits == 0) {
            if (--word < 0) {
                return NONE;
            }
            bits = used[word];
        }
        return (word << 6) + Long.SIZE - 1 - Long.numberOfLeadingZeros(bits);
    }
}
