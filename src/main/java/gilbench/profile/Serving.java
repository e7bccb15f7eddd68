package gilbench.profile;

/** What carries overlapping requests out in one process of a service. */
public enum Serving {
    /** One thread: an event loop, or a worker that does one request after the other. */
    ONE_THREAD,

    /** Several threads. */
    SEVERAL_THREADS
}
