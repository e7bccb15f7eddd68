package gilbench.predict;

/** Sees what threads of a simulation do with their GIL; times in nanoseconds. */
interface Trace {
    /** Sees nothing. */
    Trace NONE = new Trace() {};

    /** {@code thread} asked for its GIL. */
    default void asked(int thread, long now) {}

    /** {@code thread} took its GIL, or went on without one. */
    default void taken(int thread, long now) {}

    /** {@code thread} released its GIL. */
    default void released(int thread, long now) {}

    /** {@code thread} began to wait for the delay service. */
    default void waits(int thread, long now) {}

    /** {@code thread} begins a step of {@code nanos} for which it releases its GIL. */
    default void left(int thread, long nanos, long now) {}

    /** {@code thread} has repeated its steps once more. */
    default void cycled(int thread, long now) {}

    /** The measurement window begins. */
    default void opened(long now) {}
}
