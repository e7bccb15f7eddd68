package gilbench.scenario;

/** How a request ended. */
public enum Outcome implements Labelled {
    /** All steps were carried out. */
    COMPLETED("completed"),

    /** Turned away because a queue or the bound on requests in flight was full. */
    REJECTED("rejected"),

    /** The deadline passed before the last step ended. */
    DEADLINE_PASSED("deadline-passed"),

    /** The delay service failed an io step. */
    DOWNSTREAM_FAILED("downstream-failed"),

    /** The service itself failed. */
    FAILED("failed"),

    /** The worker process that held the request ended before answering. */
    WORKER_LOST("worker-lost");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
