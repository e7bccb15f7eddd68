package gilbench.predict;

/** Sees what threads of a simulation do with their GIL; times in nanoseconds. */
interface Trace {
    /** Sees nothing. */
    Trace NONE = new Trace() {};

    /** {@code thread} asked for its GIL. */
    default void asked(int thread, long now) {}

    /** {@code thread} took its GIL. */
    default void taken(int thread, long now) {}

    /** {@code thread} released its GIL. */
    default void released(int thread, long now) {}

    /** {@code thread} began to wait for the delay service. */
    default void waits(int thread, long now) {}
}
