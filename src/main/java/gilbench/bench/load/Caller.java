package gilbench.bench.load;

/** Sends requests of one kind. */
interface Caller {
    /** Sends one request without blocking and tells {@code flight} how it goes on and, exactly once, how it ends. */
    void call(Flight flight);

    /** Breaks off every request under way. */
    void giveUp();
}
