package gilbench.cpython.probe;

/** Who carries out a task. */
public enum ProbeSide {
    /** Real CPython. */
    REAL,

    /** Real CPython once more, in processes of its own: how far a thing differs from itself. */
    CONTROL,

    /** The simulation, on real threads. */
    SIMULATED
}
