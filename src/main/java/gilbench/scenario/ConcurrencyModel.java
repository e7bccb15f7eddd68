package gilbench.scenario;

/** How a service turns concurrent requests into running work. */
public enum ConcurrencyModel implements Labelled {
    /** A bounded pool of platform threads, one per request. */
    THREAD_PER_REQUEST("thread-per-request"),

    /** One virtual thread per request, without a pool. */
    VIRTUAL_THREADS("virtual-threads"),

    /** One loop thread per interpreter; only waiting is asynchronous. */
    EVENT_LOOP("event-loop"),

    /** Pre-forked worker processes, each with an interpreter of its own. */
    WORKER_PROCESSES("worker-processes");

    private final String label;

    ConcurrencyModel(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
