package gilbench.predict;

import gilbench.predict.Model.Carrier;

/** Lets requests in: from the load driver and the front to a thread or to a queue, or turns them away. */
final class Admission {
    private static final int NONE = Requests.NONE;

    private final Scene scene;
    private final Model model;
    private final Warmth driver;
    private final Warmth front;
    private final Requests requests;
    private final Work work;
    private final Groups groups;
    private final Callers callers;
    private final Steps steps;
    private boolean watchesDeadline;

    Admission(Scene scene, Work work, Groups groups, Callers callers, Steps steps) {
        this.scene = scene;
        this.model = scene.model;
        this.driver = new Warmth(model.costs().warmShare());
        this.front = new Warmth(model.costs().warmShare());
        this.requests = scene.requests;
        this.work = work;
        this.groups = groups;
        this.callers = callers;
        this.steps = steps;
    }

    /** A request of {@code kind} arrives. */
    void request(int kind, int user) {
        if (scene.window.inFlight() >= model.maxInFlight()) {
            scene.window.rejected();
            callers.turnedAway(user);
            return;
        }
        int id = requests.create(kind, user, scene.now);
        scene.window.arrived(scene.now);
        if (!watchesDeadline && model.deadline() != Long.MAX_VALUE) {
            watchesDeadline = true;
            scene.events.add(scene.now + model.deadline(), Kind.DEADLINE, 0);
        }
        if (model.costs().ahead() == 0) {
            admit(id);
            return;
        }
        int thread = scene.newThread(0);
        scene.threads.request[thread] = id;
        if (model.costs().driver() > 0) {
            spend(thread, Threads.DRIVER, driver.demand(model.costs().driver(), scene.now));
        } else {
            sent(thread);
        }
    }

    /** The load driver has sent its request. */
    void sent(int thread) {
        if (model.costs().front() > 0) {
            spend(thread, Threads.FRONT, front.demand(model.costs().front(), scene.now));
        } else {
            fronted(thread);
        }
    }

    /** The front has done its part. */
    void fronted(int thread) {
        int id = scene.threads.request[thread];
        work.rest(thread);
        scene.threads.end(thread);
        if (requests.answered[id]) {
            requests.free(id);
        } else {
            admit(id);
        }
    }

    private void spend(int thread, byte what, long demand) {
        requests.ahead[scene.threads.request[thread]] += demand;
        work.begin(thread, what, demand);
    }

    private void admit(int id) {
        int group = groups.choose();
        requests.group[id] = group;
        int thread = model.carrier() == Carrier.THREAD_EACH ? scene.newThread(group) : groups.idleThread(group);
        if (thread != NONE) {
            groups.took(group);
            steps.hand(thread, id);
        } else if (!groups.enqueue(id, group)) {
            requests.answer(id);
            scene.window.withdrawn(requests.arrived[id], scene.now);
            callers.turnedAway(requests.user[id]);
            requests.free(id);
        }
    }

    /** Threads that go on for ever begin; those of the first kind have the lowest numbers of their group. */
    void repeat() {
        for (int group = 0; group < model.groups(); group++) {
            for (int kind = model.kinds().size() - 1; kind >= 0; kind--) {
                for (int i = 0; i < model.kinds().get(kind).weight(); i++) {
                    int id = requests.create(kind, NONE, scene.now);
                    scene.window.arrived(scene.now);
                    requests.group[id] = group;
                    groups.took(group);
                    steps.hand(groups.idleThread(group), id);
                }
            }
        }
    }

    /** The deadline of the oldest request may have passed. */
    void deadline() {
        int id = requests.oldest();
        while (id != NONE && requests.arrived[id] + model.deadline() <= scene.now) {
            requests.answer(id);
            scene.window.expired(requests.kind[id], requests.arrived[id], scene.now);
            callers.answered(requests.user[id]);
            if (groups.withdraw(id)) {
                requests.free(id);
            }
            id = requests.oldest();
        }
        watchesDeadline = id != NONE;
        if (watchesDeadline) {
            scene.events.add(requests.arrived[id] + model.deadline(), Kind.DEADLINE, 0);
        }
    }
}
