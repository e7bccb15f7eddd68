package gilbench.predict;

import gilbench.predict.Model.Carrier;

/**
 * Gives requests to threads, and takes those that ended from them. What it answers is whether the thread may ask for its GIL
 * at once; else it does so later, or has nothing to do.
 */
final class Serving {
    private final Scene scene;
    private final Model model;
    private final Threads threads;
    private final Requests requests;
    private final Work work;
    private final Locks locks;
    private final Groups groups;
    private final Callers callers;
    private final Lives lives;
    private final Prelude prelude;

    Serving(Scene scene, Work work, Locks locks, Groups groups, Callers callers, Lives lives) {
        this.scene = scene;
        this.model = scene.model;
        this.threads = scene.threads;
        this.requests = scene.requests;
        this.work = work;
        this.locks = locks;
        this.groups = groups;
        this.callers = callers;
        this.lives = lives;
        this.prelude = new Prelude(model, groups);
    }

    /** Lets an idle thread, or a new one, have a request. */
    boolean hand(int thread, int id) {
        long dispatch = model.costs().dispatch();
        return begin(
                thread, id, dispatch > 0 ? dispatch : model.costs().handed().draw(scene.machine));
    }

    /** The thread has received its request. */
    boolean handed(int thread) {
        threads.remaining[thread] = 0;
        long before = prelude.next(threads.group[thread]);
        if (before > 0) {
            work.begin(thread, Threads.PRELUDE, before);
        }
        return before == 0;
    }

    /** Lets a thread of a loop go on with a request. */
    boolean goOn(int thread, int id) {
        threads.request[thread] = id;
        requests.queue[id] += scene.now - requests.stamp[id];
        return handed(thread);
    }

    private boolean begin(int thread, int id, long handing) {
        int group = threads.group[thread];
        threads.request[thread] = id;
        requests.queue[id] += scene.now - requests.arrived[id] - requests.ahead[id];
        lives.begun(group);
        if (handing > 0) {
            work.rest(thread);
            scene.events.add(scene.now + handing, Kind.HANDED, thread);
            return false;
        }
        return handed(thread);
    }

    /** All steps of a request are done, and its answer is on its way. */
    void complete(int id) {
        if (!requests.answered[id]) {
            requests.answer(id);
            scene.window.completed(requests, id, scene.now);
            callers.answered(requests.user[id]);
        }
    }

    /** The thread is done with its request. */
    boolean end(int thread) {
        int id = threads.request[thread];
        complete(id);
        requests.free(id);
        groups.left(threads.group[thread]);
        return turn(thread);
    }

    /** The thread is free for another request. */
    boolean turn(int thread) {
        int group = threads.group[thread];
        if (model.carrier() == Carrier.THREAD_EACH) {
            work.rest(thread);
            threads.end(thread);
            return false;
        }
        int id = groups.next(group);
        if (id != Requests.NONE) {
            return requests.step[id] > 0
                    ? goOn(thread, id)
                    : begin(thread, id, model.costs().dispatch());
        }
        locks.leave(thread);
        work.rest(thread);
        groups.idle(thread);
        lives.idle(group);
        return false;
    }
}
