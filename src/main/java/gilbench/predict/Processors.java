package gilbench.predict;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * K cores that threads run on.
 *
 * <p>A thread that wants to run gets a free core at once, else it queues in order of arrival. While somebody queues, the
 * scheduler looks at the cores at each multiple of the tick, and threads that began before it give way to those at the head
 * of the queue, each core to one. A thread that wakes for a short burst, at most a quarter of a tick, takes the core of one
 * that runs for longer already, which then is the next to get a core. That is the granularity of the scheduler of an operating
 * system, not its policy: there are no priorities, and neither caches nor quotas are modelled.
 */
final class Processors {
    /** Nobody. */
    static final int NONE = -1;

    private static final int BURSTS = 4;

    private final EventQueue events;
    private final long tick;
    private final long burst;
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
        this.burst = tick / BURSTS;
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
        rearm(now);
        return false;
    }

    /**
     * A thread that must give its core to one that just woke and needs it for at most {@link #burst}: one that runs for longer
     * than that already. {@link #NONE} when there is none, a free core, or a core that {@code thread} has.
     */
    int loser(int thread, long now) {
        if (core[thread] != NONE || busy < running.length) {
            return NONE;
        }
        for (int i = 0; i < busy; i++) {
            int each = running[(turn + i) % busy];
            if (now - began[each] > burst) {
                return each;
            }
        }
        return NONE;
    }

    /** Gives the core of {@code loser} to {@code thread}; the loser is the next to get one. */
    void preempt(int loser, int thread, long now) {
        int place = core[loser];
        core[loser] = NONE;
        put(place, thread, now);
        next[loser] = head;
        head = loser;
        if (tail == NONE) {
            tail = loser;
        }
        queued++;
        rearm(now);
    }

    /** The longest work, in nanoseconds, for which a thread that just woke gets a core at once. */
    long burst() {
        return burst;
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

    /** The thread queues no more, if it did. */
    void withdraw(int thread) {
        int before = NONE;
        for (int each = head; each != NONE; each = next[each]) {
            if (each == thread) {
                unlink(before, each);
                return;
            }
            before = each;
        }
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
        unlink(NONE, thread);
        return thread;
    }

    private void unlink(int before, int thread) {
        if (before == NONE) {
            head = next[thread];
        } else {
            next[before] = next[thread];
        }
        if (tail == thread) {
            tail = before;
        }
        queued--;
    }
}
