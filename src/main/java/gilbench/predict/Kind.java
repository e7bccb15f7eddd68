package gilbench.predict;

/** The kinds of events; numbers, because they are part of a tag. */
final class Kind {
    /** A request of an open workload arrives. */
    static final int ARRIVAL = 0;

    /** A user of a closed workload has thought. */
    static final int USER = 1;

    /** A thread has done the processor work that it was doing. */
    static final int WORK_DONE = 2;

    /** A wait for the delay service has ended. */
    static final int IO_DONE = 3;

    /** A signalled waiter runs. */
    static final int WOKEN = 4;

    /** A thread goes on after a forced switch. */
    static final int RESUME = 5;

    /** A window of a waiter of a GIL may end. */
    static final int TIMER = 6;

    /** The holder of a GIL sees a drop request. */
    static final int POLL = 7;

    /** The scheduler of the operating system looks at the cores. */
    static final int TICK = 8;

    /** The deadline of the oldest request may pass. */
    static final int DEADLINE = 9;

    /** A thread has received its request. */
    static final int HANDED = 10;

    /** A drop request that had to wait for a core is made. */
    static final int REQUEST = 11;

    /** The delay service begins to answer. */
    static final int ANSWER = 12;

    /** A worker process serves. */
    static final int STARTED = 13;

    /** A worker process ends unplanned. */
    static final int LOST = 14;

    private Kind() {}
}
