package gilbench.cpython.validate;

/** A number that each side gives in a case. */
public enum Quantity {
    /** Work of all threads or processes over the work of one alone in a window as long. */
    SPEED_UP,

    /** Cycles, requests or callbacks in a second. */
    RATE,

    /** Changes of the working thread in a second. */
    SWITCHES,

    /** The median time between two changes of the working thread, seconds. */
    MEDIAN_SLICE,

    /** The share of the thread that worked most. */
    LUCKIEST,

    /** The share of the thread that worked least. */
    UNLUCKIEST,

    /** The mean of the waits, seconds. */
    MEAN_WAIT,

    /** The median of the waits, seconds. */
    MEDIAN_WAIT,

    /** The longest wait, seconds. */
    LONGEST_WAIT
}
