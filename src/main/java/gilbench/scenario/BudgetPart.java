package gilbench.scenario;

/** One part of the wall time of a request. */
public enum BudgetPart implements Labelled {
    /** Waiting for a thread, a worker or the loop, also on resumption. */
    QUEUE("queue"),

    /** From asking for the GIL until taking it, forced-switch waits included. */
    GIL_WAIT("gil-wait"),

    /** Running while holding the GIL, python and opaque steps, waits for a core included. */
    PYTHON("python"),

    /** Running native steps. */
    NATIVE("native"),

    /** Waiting on the delay service. */
    IO("io"),

    /** What is left of the total: dispatch, frames, the HTTP front. */
    OTHER("other");

    private final String label;

    BudgetPart(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
