package gilbench.predict;

/**
 * Gives threads processor time, in segments: from when a thread has a core until its work is done, its holder of the GIL is
 * asked to drop, or the scheduler gives the core to another.
 */
final class Work {
    private final Scene scene;
    private final Threads threads;
    private final Processors cores;
    private final boolean slows;

    Work(Scene scene) {
        this.scene = scene;
        this.threads = scene.threads;
        this.cores = scene.cores;
        Model.Cores given = scene.model.cores();
        this.slows = (given.efficiency() < 1 && given.number() > 1)
                || scene.model.gil().filter(rules -> rules.windowCpu() > 0).isPresent();
    }

    /** The thread has {@code demand} to do, as soon as it has a core. */
    void begin(int thread, byte work, long demand) {
        threads.work[thread] = work;
        goOn(thread, demand);
    }

    /** The thread has {@code demand} left of what it does. */
    void goOn(int thread, long demand) {
        threads.remaining[thread] = demand;
        threads.workStamp[thread] = scene.now;
        int loser = demand > cores.burst() ? Processors.NONE : cores.loser(thread, scene.now);
        if (loser != Processors.NONE) {
            stopSegment(loser);
            cores.preempt(loser, thread, scene.now);
            startSegment(thread);
        } else if (cores.start(thread, scene.now)) {
            startSegment(thread);
        }
    }

    /** Whether the event with {@code tag} is when the thread has done its work; {@link #took} says how long it took. */
    boolean isDone(int thread, long tag) {
        if (tag != threads.endTag[thread]) {
            return false;
        }
        stopSegment(thread);
        threads.remaining[thread] = 0;
        return true;
    }

    /** The thread leaves its work where it is, if it is at it. */
    void interrupt(int thread) {
        stopSegment(thread);
    }

    /** Time since the thread last began or went on, with the time that it queued for a core. */
    long took(int thread) {
        return scene.now - threads.workStamp[thread];
    }

    /** Whether the thread has a core and works. */
    boolean isAt(int thread, byte work) {
        return threads.endTag[thread] >= 0 && threads.work[thread] == work;
    }

    /** The thread gives its core back, if it has one. */
    void rest(int thread) {
        int heir = cores.stop(thread, scene.now);
        if (heir != Processors.NONE) {
            startSegment(heir);
        }
    }

    /** The thread ends, whatever it does. */
    void abandon(int thread) {
        if (threads.endTag[thread] >= 0) {
            stopSegment(thread);
        }
        rest(thread);
        cores.withdraw(thread);
    }

    /** The scheduler looks at the cores. */
    void tick() {
        int most = cores.ticked();
        for (int nth = 0; nth < most; nth++) {
            int thread = cores.oldest(scene.now, nth);
            if (thread != Processors.NONE) {
                stopSegment(thread);
                startSegment(cores.exchange(thread, scene.now));
            }
        }
        cores.rearm(scene.now);
    }

    /** The holder of a GIL will see a drop request, if there is one and it runs code that polls. */
    void look(VirtualGil gil) {
        if (gil.requested() && !gil.seesRequest() && isAt(gil.owner(), Threads.PYTHON)) {
            gil.poll(scene.now);
        }
    }

    /** Counts what is being given when the window ends. */
    void close() {
        cores.running(thread -> scene.window.gave(threads.work[thread], threads.segmentStart[thread], scene.now));
    }

    private void startSegment(int thread) {
        threads.segmentStart[thread] = scene.now;
        long length = threads.remaining[thread];
        if (slows) {
            threads.speed[thread] = speed(thread);
            length = (long) Math.ceil(length / threads.speed[thread]);
        }
        threads.endTag[thread] = scene.events.add(scene.now + length, Kind.WORK_DONE, thread);
        if (scene.gils.length > 0 && threads.work[thread] == Threads.PYTHON) {
            look(scene.gils[threads.group[thread]]);
        }
    }

    /** What a core gives now: less the more of them are busy, and to who holds a GIL the less the more wait for it. */
    private double speed(int thread) {
        Model.Cores given = scene.model.cores();
        double others = given.number() > 1 ? (cores.busy() - 1.0) / (given.number() - 1) : 0;
        boolean holds = scene.gils.length > 0 && !Threads.releases(threads.work[thread]);
        double ofHolder = holds ? scene.gils[threads.group[thread]].speed() : 1;
        return (1 - (1 - given.efficiency()) * others) * ofHolder;
    }

    private void stopSegment(int thread) {
        threads.endTag[thread] = -1;
        long elapsed = scene.now - threads.segmentStart[thread];
        scene.window.gave(threads.work[thread], threads.segmentStart[thread], scene.now);
        long done = slows ? (long) (elapsed * threads.speed[thread]) : elapsed;
        threads.remaining[thread] = Math.max(0, threads.remaining[thread] - done);
    }
}
