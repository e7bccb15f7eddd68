package gilbench.predict;

/** The delay service: answers each {@code io} step when its time is over. */
final class Downstream {
    private final Scene scene;
    private final Work work;
    private final Costs costs;
    private final Warmth warmth;

    Downstream(Scene scene, Work work) {
        this.scene = scene;
        this.work = work;
        this.costs = scene.model.costs();
        this.warmth = new Warmth(costs.warmShare());
    }

    /** Asks for an answer after {@code demand}; who waits is a thread, or a request of a loop. */
    void ask(long demand, int who) {
        if (costs.answer() > 0) {
            scene.events.add(scene.now + demand, Kind.ANSWER, who);
        } else {
            answer(demand, who);
        }
    }

    /** The time is over, and the service needs a processor to say so. */
    void due(int who) {
        int thread = scene.newThread(0);
        scene.threads.request[thread] = who;
        work.begin(thread, Threads.ANSWER, warmth.demand(costs.answer(), scene.now));
    }

    /** The service has answered. */
    void answered(int thread) {
        work.rest(thread);
        scene.threads.end(thread);
        answer(0, scene.threads.request[thread]);
    }

    private void answer(long after, int who) {
        scene.events.add(scene.now + after + costs.late().draw(scene.machine), Kind.IO_DONE, who);
    }
}
