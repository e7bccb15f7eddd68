package gilbench.predict;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * K cores that threads run on.
 *
 * <p>A thread that wants to run gets a free core at once, else it queues in order of arrival. While somebody queues, the
 * scheduler looks at the cores at each multiple of the tick, and threads that began before it give way to those at the head
 * of the queue, each core to one. That is the granularity of the scheduler of an operating system, not its policy: there are
 * no priorities, a thread that slept does not preempt, and caches are not modelled. Quotas are not either.
 */
final class Processors {
    private static final int NONE = -1;

    private final EventQueue events;
    private final long tick;
    private final int[] running;
    private int busy;
    private int[] core = new int[0];
    private long[] began = new long[0];
    private int[] next = new int[0];
    private int head = NONE;
    private int tail = NONE;
    private int queued;
    private long tickAt = Long.MAX_VALUE;
    private int turn;
    private long area;
    private long changed;

    Processors(int cores, long tick, EventQueue events) {
        this.events = events;
        this.tick = tick;
        this.running = new int[cores];
    }

    void reserve(int threads) {
        int old = core.length;
        if (threads > old) {
            int length = Math.max(threads, 2 * old);
            core = Arrays.copyOf(core, length);
            began = Arrays.copyOf(began, length);
            next = Arrays.copyOf(next, length);
            Arrays.fill(core, old, length, NONE);
        }
    }

    boolean runs(int thread) {
        return core[thread] != NONE;
    }

    int busy() {
        return busy;
    }

    /** Gives {@code thread} a core at once if there is one; else it queues, and false is returned. */
    boolean start(int thread, long now) {
        if (core[thread] != NONE) {
            return true;
        }
        if (busy < running.length) {
            count(now);
            put(busy++, thread, now);
            return true;
        }
        enqueue(thread);
        if (tickAt == Long.MAX_VALUE) {
            tickAt = nextTick(now);
            events.add(tickAt, Kind.TICK, 0);
        }
        return false;
    }

    /** Takes the core of {@code thread}, if it has one, and returns who gets it: {@code -1} for nobody. */
    int stop(int thread, long now) {
        int place = core[thread];
        if (place == NONE) {
            return NONE;
        }
        core[thread] = NONE;
        if (queued > 0) {
            int heir = dequeue();
            put(place, heir, now);
            return heir;
        }
        count(now);
        int moved = running[--busy];
        if (place != busy) {
            running[place] = moved;
            core[moved] = place;
        }
        return NONE;
    }

    /** From when on a thread that has no core could run for a moment. */
    long earliest(long now) {
        return busy < running.length ? now : nextTick(now);
    }

    /** How many threads may have to give way at this tick. */
    int ticked() {
        tickAt = Long.MAX_VALUE;
        turn++;
        return Math.min(queued, busy);
    }

    /** The thread on a core that began before {@code now}, going round from tick to tick; {@code -1} for none. */
    int oldest(long now, int nth) {
        int thread = running[(turn + nth) % busy];
        return began[thread] < now ? thread : NONE;
    }

    /** Lets the head of the queue run on the core of {@code thread}, which queues; returns who runs. */
    int exchange(int thread, long now) {
        int place = core[thread];
        core[thread] = NONE;
        int heir = dequeue();
        put(place, heir, now);
        enqueue(thread);
        return heir;
    }

    /** Looks again at the next tick if somebody queues. */
    void rearm(long now) {
        if (queued > 0 && tickAt == Long.MAX_VALUE) {
            tickAt = nextTick(now);
            events.add(tickAt, Kind.TICK, 0);
        }
    }

    /** Shows every thread that has a core. */
    void running(IntConsumer each) {
        Arrays.stream(running, 0, busy).forEach(each);
    }

    void measureFrom(long now) {
        area = 0;
        changed = now;
    }

    /** The integral of the number of busy cores since {@link #measureFrom}. */
    long busyUntil(long now) {
        count(now);
        return area;
    }

    private long nextTick(long now) {
        return (now / tick + 1) * tick;
    }

    private void count(long now) {
        area += busy * (now - changed);
        changed = now;
    }

    private void put(int place, int thread, long now) {
        running[place] = thread;
        core[thread] = place;
        began[thread] = now;
    }

    private void enqueue(int thread) {
        next[thread] = NONE;
        if (tail == NONE) {
            head = thread;
        } else {
            next[tail] = thread;
        }
        tail = thread;
        queued++;
    }

    private int dequeue() {
        int thread = head;
        head = next[thread];
        if (head == NONE) {
            tail = NONE;
        }
        queued--;
        return thread;
    }
}
