package gilbench.service.worker.wire;

/** One end of a connection. */
public enum Side {
    /** The service that started the worker process. */
    PARENT,

    /** The worker process. */
    CHILD;

    /** The opposite end. */
    Side other() {
        return this == PARENT ? CHILD : PARENT;
    }
}
