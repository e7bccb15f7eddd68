package gilbench.predict;

/**
 * What a machine adds to what requests ask for; nanoseconds.
 *
 * @param driver processor time of the load driver for a request that comes alone, spent before the front's
 * @param front processor time of the front for such a request before it is admitted
 * @param dispatch from having a thread in a worker process until it begins
 * @param handed from giving a request to an idle thread until it begins, unless it is dispatched
 * @param read processor time of reading a request, without the GIL
 * @param write processor time of writing an answer, without the GIL
 * @param send processor time of the call that begins an {@code io} step, without the GIL
 * @param receive processor time of the call that ends it, without the GIL
 * @param answer processor time of the delay service for an {@code io} step that ends alone
 * @param warmShare share of driver, front and answer for what follows another soon; see {@link Warmth}
 * @param late from the end of an {@code io} step until who waits for it runs
 * @param release processor time of one release and take of the GIL
 * @param turn processor time of a turn of an event loop
 */
record Costs(
        long driver,
        long front,
        long dispatch,
        Delay handed,
        long read,
        long write,
        long send,
        long receive,
        long answer,
        double warmShare,
        Delay late,
        long release,
        long turn) {
    /** Nothing. */
    static final Costs NONE = ofThread(Delay.NONE, 0);

    /** Those of a thread that makes its calls itself and comes from nowhere. */
    static Costs ofThread(Delay late, long release) {
        return new Costs(0, 0, 0, Delay.NONE, 0, 0, 0, 0, 0, 1, late, release, 0);
    }

    /** Processor time before a request that comes alone is admitted. */
    long ahead() {
        return driver + front;
    }
}
