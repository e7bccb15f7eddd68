package gilbench.predict;

/** What threads do with the GIL of their group; without GILs every thread always has its own. */
final class Locks {
    private final Scene scene;
    private final Threads threads;
    private final VirtualGil[] gils;
    private final Work work;

    Locks(Scene scene, Work work) {
        this.scene = scene;
        this.threads = scene.threads;
        this.gils = scene.gils;
        this.work = work;
    }

    /** Whether the thread has its GIL now; else it waits. */
    boolean want(int thread) {
        threads.stamp[thread] = scene.now;
        scene.trace.asked(thread, scene.now);
        if (gils.length == 0) {
            scene.trace.taken(thread, scene.now);
            return true;
        }
        VirtualGil gil = gil(thread);
        if (gil.owner() == thread || takes(thread, gil)) {
            return true;
        }
        work.rest(thread);
        return false;
    }

    /** A waiter was signalled and runs: whether it has its GIL now. */
    boolean woken(int thread) {
        return takes(thread, gil(thread));
    }

    /** A window of a waiter may have ended; the thread that took the free GIL, or {@link VirtualGil#NOBODY}. */
    int timeout(int group) {
        int thread = gils[group].timeout(scene.now, scene.cores.earliest(scene.now));
        if (thread == VirtualGil.NOBODY) {
            work.look(gils[group]);
        } else {
            taken(thread);
        }
        return thread;
    }

    /** A drop request that had to wait for a core is made. */
    void late(int group, long tag) {
        gils[group].late(tag);
        work.look(gils[group]);
    }

    /** Whether the thread goes on without its GIL at once; else it waits for a forced switch. */
    boolean release(int thread) {
        if (gils.length == 0) {
            return true;
        }
        threads.stamp[thread] = scene.now;
        scene.trace.released(thread, scene.now);
        if (gil(thread).release(thread, scene.now)) {
            return true;
        }
        work.rest(thread);
        return false;
    }

    /** A loop has nothing to do. */
    void leave(int thread) {
        if (gils.length > 0 && gil(thread).owner() == thread) {
            gil(thread).release(thread, scene.now);
        }
    }

    /** The holder of a GIL has come to a poll. */
    void poll(int group, long tag) {
        VirtualGil gil = gils[group];
        if (!gil.polls(tag)) {
            return;
        }
        gil.polled();
        int thread = gil.owner();
        if (work.isAt(thread, Threads.PYTHON)) {
            work.interrupt(thread);
            scene.requests.python[threads.request[thread]] += work.took(thread);
            drop(thread);
        }
    }

    /** Drops the GIL if a request is pending; whether it did. */
    boolean dropIfRequested(int thread) {
        boolean drops = gils.length > 0 && gil(thread).requested();
        if (drops) {
            drop(thread);
        }
        return drops;
    }

    /** A thread that waited for a forced switch goes on. */
    void resumed(int thread) {
        scene.requests.gilWait[threads.request[thread]] += scene.now - threads.stamp[thread];
    }

    private boolean takes(int thread, VirtualGil gil) {
        boolean takes = gil.want(thread, scene.now);
        if (takes) {
            taken(thread);
        }
        return takes;
    }

    private void taken(int thread) {
        scene.trace.taken(thread, scene.now);
        scene.requests.gilWait[threads.request[thread]] += scene.now - threads.stamp[thread];
    }

    private void drop(int thread) {
        threads.then[thread] = Threads.THEN_WANT;
        threads.stamp[thread] = scene.now;
        scene.trace.released(thread, scene.now);
        gil(thread).release(thread, scene.now);
        work.rest(thread);
    }

    private VirtualGil gil(int thread) {
        return gils[threads.group[thread]];
    }
}
