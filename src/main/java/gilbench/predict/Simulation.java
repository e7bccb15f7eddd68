package gilbench.predict;

import gilbench.predict.Model.Load;
import java.util.SplittableRandom;

/**
 * One run of a {@link Model} in virtual time: no threads, no wall clock; equal seeds give equal runs.
 *
 * <p>Each source of randomness has a stream of its own that is split from the seed in a fixed order, so that deployments
 * that are compared see the same arrivals of the same kinds of requests. Times are nanoseconds, and every sum of times is
 * exact.
 */
final class Simulation {
    private static final int MOST_LOSSES = 1_000_000;

    private final Scene scene;
    private final EventQueue events;
    private final Work work;
    private final Locks locks;
    private final Groups groups;
    private final Callers callers;
    private final Lives lives;
    private final Losses losses;
    private final Downstream downstream;
    private final Steps steps;
    private final Admission admission;

    Simulation(Model model, long seed) {
        this(model, seed, Trace.NONE);
    }

    Simulation(Model model, long seed, Trace trace) {
        SplittableRandom root = new SplittableRandom(seed);
        long arrivalSeed = root.nextLong();
        SplittableRandom kindRandom = root.split();
        SplittableRandom demandRandom = root.split();
        SplittableRandom choiceRandom = root.split();
        SplittableRandom thinkRandom = root.split();
        SplittableRandom gilRandom = root.split();
        SplittableRandom machineRandom = root.split();
        scene = new Scene(model, trace, gilRandom, machineRandom);
        events = scene.events;
        work = new Work(scene);
        locks = new Locks(scene, work);
        groups = new Groups(scene, choiceRandom);
        callers = new Callers(scene, arrivalSeed, kindRandom, thinkRandom);
        downstream = new Downstream(scene, work);
        lives = new Lives(scene, groups, root.split());
        losses = new Losses(scene, work, groups, callers);
        Serving serving = new Serving(scene, work, locks, groups, callers, lives);
        steps = new Steps(scene, work, locks, downstream, groups, serving, demandRandom);
        admission = new Admission(scene, work, groups, callers, steps);
        groups.start();
        callers.start();
        lives.start();
        if (model.load() instanceof Load.Repeated) {
            admission.repeat();
        }
    }

    /**
     * Simulates a warm-up, then a measurement window.
     *
     * @param warmUp nanoseconds
     * @param length nanoseconds
     * @param mostEvents after which the window is cut short; a quarter of them at most is warm-up
     */
    Observation observe(long warmUp, long length, long mostEvents) {
        advance(warmUp, mostEvents / 4);
        scene.open();
        boolean cutShort = !advance(scene.now + length, mostEvents);
        work.close();
        return scene.window.close(
                scene.now, scene.requests, scene.cores, scene.gils, groups.most(), events.added(), cutShort);
    }

    /** Lets virtual time pass until {@code end}; false when {@code mostEvents} came first. */
    private boolean advance(long end, long mostEvents) {
        while (!events.isEmpty() && events.nextTime() < end) {
            if (events.added() > mostEvents || scene.threads.losses() > MOST_LOSSES) {
                return false;
            }
            long tag = events.take();
            scene.now = events.time();
            happen(tag, EventQueue.kind(tag), EventQueue.id(tag));
        }
        scene.now = end;
        return true;
    }

    private void happen(long tag, int kind, int id) {
        switch (kind) {
            case Kind.ARRIVAL -> admission.request(callers.arrival(), Requests.NONE);
            case Kind.USER -> admission.request(callers.kind(), id);
            case Kind.HANDED -> {
                if (scene.threads.lives(id)) {
                    steps.handed(id);
                }
            }
            case Kind.WORK_DONE -> {
                if (work.isDone(id, tag)) {
                    done(id);
                }
            }
            case Kind.ANSWER -> downstream.due(id);
            case Kind.IO_DONE -> {
                if (scene.threads.lives(id)) {
                    steps.ioDone(id);
                }
            }
            case Kind.DEADLINE -> admission.deadline();
            case Kind.TICK -> work.tick();
            case Kind.STARTED -> {
                lives.started(id);
                steps.serve(id);
            }
            case Kind.LOST -> {
                if (lives.isLost(id)) {
                    losses.lose(id);
                }
            }
            default -> happenToGil(tag, kind, id);
        }
    }

    private void happenToGil(long tag, int kind, int id) {
        switch (kind) {
            case Kind.WOKEN -> {
                if (scene.threads.lives(id) && locks.woken(id)) {
                    steps.holds(id);
                }
            }
            case Kind.RESUME -> {
                if (scene.threads.lives(id)) {
                    locks.resumed(id);
                    steps.goOn(id);
                }
            }
            case Kind.TIMER -> {
                int thread = locks.timeout(id);
                if (thread != VirtualGil.NOBODY) {
                    steps.holds(thread);
                }
            }
            case Kind.POLL -> locks.poll(id, tag);
            case Kind.REQUEST -> locks.late(id, tag);
            default -> throw new IllegalStateException("event of kind " + kind);
        }
    }

    private void done(int thread) {
        switch (scene.threads.work[thread]) {
            case Threads.DRIVER -> admission.sent(thread);
            case Threads.FRONT -> admission.fronted(thread);
            case Threads.ANSWER -> downstream.answered(thread);
            default -> steps.done(thread);
        }
    }
}
