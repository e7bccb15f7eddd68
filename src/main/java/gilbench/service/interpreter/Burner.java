package gilbench.service.interpreter;

/**
 * Burns a counted amount of processor work: the same units take the same processor time on every thread and process.
 *
 * <p>Work is a chain in which every operation needs the result of the one before. The state at the end of one call starts
 * the next, so that work cut into chunks cannot overlap in the processor and costs the same as uncut work.
 */
@FunctionalInterface
public interface Burner {
    /**
     * Burns {@code units} of work, going on from {@code state}.
     *
     * @param units 0 or more; fewer burn nothing
     * @return the state to go on from
     */
    long burn(long state, long units);

    /** Burns {@code units} of work that begins anew. */
    default void burn(long units) {
        burn(units, units);
    }

    /** A burner without state of its own, for any number of threads. */
    static Burner create() {
        return new ChainBurner();
    }
}
