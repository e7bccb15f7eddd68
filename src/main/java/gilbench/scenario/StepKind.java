package gilbench.scenario;

/** What a step of a request profile does with the GIL and the processor. */
public enum StepKind implements Labelled {
    /** CPU while holding the GIL, polling for drop requests at checkpoints. */
    PYTHON("python"),

    /** CPU while holding the GIL without polling: a C call that does not release it. */
    OPAQUE("opaque"),

    /** CPU with the GIL released: a C extension that releases it. */
    NATIVE("native"),

    /** Waiting on the delay service, GIL released. */
    IO("io");

    private final String label;

    StepKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
