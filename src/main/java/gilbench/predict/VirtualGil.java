package gilbench.predict;

import java.util.SplittableRandom;

/**
 * The Global Interpreter Lock of CPython 3.13 and later in virtual time.
 *
 * <p>Who wants it while it is free takes it, also past a thread that was signalled and is not yet running. Who finds it
 * taken waits in windows of one length; a window at whose end the owner is the same as at its beginning ends in a drop
 * request, all others are just followed by another. The holder sees a request one poll gap later, releases, signals one
 * waiter, and goes on only after somebody else took the lock (forced switch); a holder that releases of its own accord while
 * a request is pending waits likewise. A signalled thread that comes too late begins a whole new window.
 *
 * <p>Windows that cannot end in a request are not events: from the time of the last switch s, the first request is made at
 * the end of the first window that ends at s + W or later (see {@link Waiters}).
 */
final class VirtualGil {
    static final int NOBODY = -1;

    private final int id;
    private final GilRules rules;
    private final EventQueue events;
    private final Waiters waiters;
    private final WaiterChooser chooser;
    private final WaiterLinks links;
    private final SplittableRandom random;
    private final GilUse use;

    private int owner = NOBODY;
    private int last = NOBODY;
    private int forced = NOBODY;
    private int requester = NOBODY;
    private boolean requested;
    private long switchedAt;
    private long takenAt;
    private long timerAt = Long.MAX_VALUE;
    private long pollTag = -1;
    private long requestTag = -1;

    VirtualGil(int id, GilRules rules, EventQueue events, WaiterLinks links, SplittableRandom random, GilUse use) {
        this.id = id;
        this.rules = rules;
        this.events = events;
        this.links = links;
        this.random = random;
        this.use = use;
        this.waiters = new Waiters(links, rules.window());
        this.chooser = new WaiterChooser(rules, waiters, random);
    }

    /** The GIL of a new process that continues to count where this one ends. */
    VirtualGil renewed(long now) {
        if (owner != NOBODY) {
            use.held(takenAt, now);
        }
        return new VirtualGil(id, rules, events, links, random, use);
    }

    int owner() {
        return owner;
    }

    boolean requested() {
        return requested;
    }

    /** What is left of the speed of its holder, whom the windows of those who wait interrupt; above 0, at most 1. */
    double speed() {
        return 1 / (1 + (double) waiters.size() * rules.windowCpu() / rules.window());
    }

    GilUse use() {
        return use;
    }

    /** Takes the lock for {@code thread} if it is free; else the thread waits, and false is returned. */
    boolean want(int thread, long now) {
        if (owner == NOBODY) {
            take(thread, now);
            return true;
        }
        waiters.add(thread, now);
        if (!requested) {
            timer(now + rules.window());
        }
        return false;
    }

    /**
     * Releases the lock and signals a waiter.
     *
     * @return whether the thread may go on at once; else it must wait until it is resumed
     */
    boolean release(int thread, long now) {
        owner = NOBODY;
        pollTag = -1;
        requestTag = -1;
        use.held(takenAt, now);
        signal(now);
        if (!requested) {
            return true;
        }
        requested = false;
        forced = thread;
        use.forced();
        return false;
    }

    /**
     * A timer has come.
     *
     * @param earliest from when on there is a core on which a request can be made
     * @return the thread that took the free lock, or {@link #NOBODY}
     */
    int timeout(long now, long earliest) {
        if (now != timerAt) {
            return NOBODY;
        }
        timerAt = Long.MAX_VALUE;
        if (waiters.isEmpty() || requested) {
            return NOBODY;
        }
        long due = nextTimeout(now - 1);
        if (due > now) {
            timer(due);
            return NOBODY;
        }
        if (owner != NOBODY) {
            requester = waiters.firstAfter(now - 1);
            request(now, earliest);
            return NOBODY;
        }
        int thread = waiters.firstAfter(now - 1);
        waiters.remove(thread);
        take(thread, now);
        return thread;
    }

    /** A request that had to wait for a core is made, unless the lock was released meanwhile. */
    void late(long tag) {
        requested |= tag == requestTag;
    }

    /** Lets the holder see the request one poll gap from {@code now}. */
    void poll(long now) {
        pollTag = events.add(now + rules.pollGap(), Kind.POLL, id);
    }

    /** Whether the holder is about to see the request. */
    boolean seesRequest() {
        return pollTag != -1;
    }

    /** Whether the event with {@code tag} is when it sees it. */
    boolean polls(long tag) {
        return tag == pollTag;
    }

    /** The holder has come to its poll. */
    void polled() {
        pollTag = -1;
    }

    /** For how long it was held in the window. */
    long heldUntil(long now) {
        return owner == NOBODY ? use.held() : use.heldUntil(takenAt, now);
    }

    private void request(long now, long earliest) {
        if (earliest > now) {
            requestTag = events.add(earliest, Kind.REQUEST, id);
        } else {
            requested = true;
        }
    }

    private void take(int thread, long now) {
        if (last != thread) {
            last = thread;
            use.switched();
            switchedAt = now;
        }
        owner = thread;
        takenAt = now;
        requested = false;
        if (forced != NOBODY) {
            events.add(now + resumption(), Kind.RESUME, forced);
            forced = NOBODY;
        }
        if (!waiters.isEmpty()) {
            timer(nextTimeout(now));
        }
    }

    private void signal(long now) {
        if (waiters.isEmpty()) {
            return;
        }
        int thread = chooser.choose(requested ? requester : NOBODY, now);
        waiters.remove(thread);
        long wakes = now + rules.wake().draw(random);
        events.add(wakes, Kind.WOKEN, thread);
        if (!waiters.isEmpty()) {
            long due = waiters.deadlineAfter(now);
            if (due < wakes) {
                timer(due);
            }
        }
    }

    private long resumption() {
        boolean late = rules.lateShare() > 0 && !waiters.isEmpty() && random.nextDouble() < rules.lateShare();
        return late ? random.nextLong(rules.tick()) : rules.resume().draw(random);
    }

    /** The next end of a window after {@code time} that matters: any while the lock is free, else one without a switch. */
    private long nextTimeout(long time) {
        return waiters.deadlineAfter(owner == NOBODY ? time : Math.max(time, switchedAt + rules.window() - 1));
    }

    private void timer(long when) {
        if (when < timerAt) {
            timerAt = when;
            events.add(when, Kind.TIMER, id);
        }
    }
}
