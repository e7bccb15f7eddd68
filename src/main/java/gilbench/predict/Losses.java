package gilbench.predict;

/** Ends all that a lost worker process was doing. */
final class Losses {
    private final Scene scene;
    private final Requests requests;
    private final Work work;
    private final Groups groups;
    private final Callers callers;

    Losses(Scene scene, Work work, Groups groups, Callers callers) {
        this.scene = scene;
        this.requests = scene.requests;
        this.work = work;
        this.groups = groups;
        this.callers = callers;
    }

    /** The threads of a worker end, and with them the requests that they carry out; new ones are idle. */
    void lose(int group) {
        for (int thread : groups.busyThreads(group)) {
            work.abandon(thread);
            scene.threads.lose(thread);
            end(scene.threads.request[thread]);
            groups.left(group);
            groups.replace(thread, scene.newThread(group));
        }
        scene.renewGil(group);
    }

    private void end(int id) {
        if (!requests.answered[id]) {
            requests.answer(id);
            scene.window.lost(requests.kind[id], requests.arrived[id], scene.now);
            callers.answered(requests.user[id]);
        }
        requests.free(id);
    }
}
