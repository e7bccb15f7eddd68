package gilbench.service.gil;

/**
 * Cumulative counters of one GIL, or of several added up.
 *
 * @param holdNanos time between take and drop, the running hold included
 * @param waitNanos time from asking until taken, forced-switch waits included
 * @param takes how often it was taken
 * @param switches how often the taker was not the last holder
 * @param forcedSwitches drops that were requested by a waiter
 * @param waiters threads that wait for it now
 */
public record GilStatistics(
        long holdNanos, long waitNanos, long takes, long switches, long forcedSwitches, int waiters) {
    /** Nothing counted. */
    public static final GilStatistics ZERO = new GilStatistics(0, 0, 0, 0, 0, 0);

    /** The sums of both. */
    public GilStatistics plus(GilStatistics other) {
        return new GilStatistics(
                holdNanos + other.holdNanos,
                waitNanos + other.waitNanos,
                takes + other.takes,
                switches + other.switches,
                forcedSwitches + other.forcedSwitches,
                waiters + other.waiters);
    }
}
