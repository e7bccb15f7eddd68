package gilbench.scenario;

/** Which locking the simulated Python has. */
public enum InterpreterKind implements Labelled {
    /** One GIL per process. */
    GIL("gil"),

    /** Several interpreters in one process, each with its own GIL (PEP 684). */
    PER_INTERPRETER_GIL("per-interpreter-gil"),

    /** No GIL (PEP 703). */
    FREE_THREADED("free-threaded");

    private final String label;

    InterpreterKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
