package gilbench.predict;

import gilbench.predict.Model.Carrier;
import gilbench.predict.Model.Load;
import java.util.SplittableRandom;

/**
 * Leads each thread through the steps of its request.
 *
 * <p>A thread is either idle, or waits for a core, for its GIL, for a forced switch or for the delay service, or works; who
 * waits for anything but a core has none.
 */
final class Steps {
    private final Scene scene;
    private final Model model;
    private final Threads threads;
    private final Requests requests;
    private final Work work;
    private final Locks locks;
    private final Downstream downstream;
    private final Groups groups;
    private final Serving serving;
    private final SplittableRandom demandRandom;
    private final boolean repeats;

    Steps(
            Scene scene,
            Work work,
            Locks locks,
            Downstream downstream,
            Groups groups,
            Serving serving,
            SplittableRandom demandRandom) {
        this.scene = scene;
        this.model = scene.model;
        this.threads = scene.threads;
        this.requests = scene.requests;
        this.work = work;
        this.locks = locks;
        this.downstream = downstream;
        this.groups = groups;
        this.serving = serving;
        this.demandRandom = demandRandom;
        this.repeats = model.load() instanceof Load.Repeated;
    }

    /** Lets an idle thread, or a new one, have a request. */
    void hand(int thread, int id) {
        if (serving.hand(thread, id)) {
            want(thread);
        }
    }

    /** The thread has received its request. */
    void handed(int thread) {
        if (serving.handed(thread)) {
            want(thread);
        }
    }

    /** The threads of a new worker process take what waits for them. */
    void serve(int group) {
        int thread = groups.idleThread(group);
        while (thread != Requests.NONE) {
            if (serving.turn(thread)) {
                want(thread);
            }
            thread = groups.waits(group) ? groups.idleThread(group) : Requests.NONE;
        }
    }

    /** The thread asks for its GIL, if it has one. */
    private void want(int thread) {
        if (locks.want(thread)) {
            holds(thread);
        }
    }

    /** The thread has its GIL. */
    void holds(int thread) {
        if (threads.remaining[thread] > 0) {
            work.goOn(thread, threads.remaining[thread]);
        } else {
            next(thread);
        }
    }

    /** The next step of a thread that has its GIL. */
    private void next(int thread) {
        int id = threads.request[thread];
        Course course = scene.courses[requests.kind[id]];
        while (!requests.answered[id] && hasNext(thread, id, course)) {
            int step = requests.step[id]++;
            long demand = course.demands[step].draw(demandRandom);
            byte does = course.works[step];
            if (does == Threads.IO && model.carrier() == Carrier.LOOP) {
                requests.stamp[id] = scene.now;
                downstream.ask(demand, id);
                if (serving.turn(thread)) {
                    want(thread);
                }
                return;
            }
            if (demand > 0 || Threads.releases(does)) {
                perform(thread, does, demand);
                return;
            }
        }
        letGo(thread, Threads.THEN_END);
    }

    private boolean hasNext(int thread, int id, Course course) {
        if (requests.step[id] < course.works.length) {
            return true;
        }
        if (repeats) {
            requests.step[id] = 0;
            scene.trace.cycled(thread, scene.now);
        }
        return repeats;
    }

    private void perform(int thread, byte does, long demand) {
        if (!Threads.releases(does)) {
            work.begin(thread, does, demand);
            return;
        }
        threads.work[thread] = does;
        threads.remaining[thread] = demand;
        scene.trace.left(thread, demand, scene.now);
        letGo(thread, does == Threads.IO ? Threads.THEN_IO : Threads.THEN_NATIVE);
    }

    /** Releases the GIL and goes on, at once unless a forced switch comes first. */
    private void letGo(int thread, byte then) {
        threads.then[thread] = then;
        boolean keeps = then == Threads.THEN_END && model.carrier() == Carrier.LOOP;
        if (keeps || locks.release(thread)) {
            goOn(thread);
        }
    }

    /** What the thread does now that it has released its GIL. */
    void goOn(int thread) {
        switch (threads.then[thread]) {
            case Threads.THEN_NATIVE -> {
                if (threads.remaining[thread] > 0) {
                    work.goOn(thread, threads.remaining[thread]);
                } else {
                    want(thread);
                }
            }
            case Threads.THEN_IO -> {
                work.rest(thread);
                scene.trace.waits(thread, scene.now);
                threads.stamp[thread] = scene.now;
                downstream.ask(threads.remaining[thread], thread);
                threads.remaining[thread] = 0;
            }
            case Threads.THEN_WANT -> want(thread);
            default -> {
                if (serving.end(thread)) {
                    want(thread);
                }
            }
        }
    }

    /** What a thread waited for is there, or what a request of a loop waited for. */
    void ioDone(int who) {
        if (model.carrier() != Carrier.LOOP) {
            if (model.costs().receive() > 0) {
                work.begin(who, Threads.RECEIVE, model.costs().receive());
            } else {
                received(who);
            }
            return;
        }
        requests.io[who] += scene.now - requests.stamp[who];
        requests.stamp[who] = scene.now;
        int group = requests.group[who];
        int idle = groups.idleThread(group);
        if (idle == Requests.NONE) {
            requests.enqueue(group, who);
        } else if (serving.goOn(idle, who)) {
            want(idle);
        }
    }

    private void received(int thread) {
        requests.io[threads.request[thread]] += scene.now - threads.stamp[thread];
        want(thread);
    }

    /** The thread has done what it worked on. */
    void done(int thread) {
        int id = threads.request[thread];
        long took = work.took(thread);
        switch (threads.work[thread]) {
            case Threads.PYTHON -> {
                requests.python[id] += took;
                next(thread);
            }
            case Threads.OPAQUE -> {
                requests.python[id] += took;
                if (!locks.dropIfRequested(thread)) {
                    next(thread);
                }
            }
            case Threads.NATIVE -> {
                requests.nativeTime[id] += took;
                want(thread);
            }
            case Threads.CALL -> {
                requests.io[id] += took;
                want(thread);
            }
            case Threads.RECEIVE -> received(thread);
            case Threads.WRITE -> {
                serving.complete(id);
                want(thread);
            }
            default -> want(thread);
        }
    }
}
