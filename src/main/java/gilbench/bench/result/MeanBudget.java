package gilbench.bench.result;

import gilbench.scenario.TimeBudget;

/**
 * The mean time budget of the completed requests of a measurement.
 *
 * @param n requests behind it
 * @param mean nanoseconds
 */
public record MeanBudget(long n, TimeBudget mean) {
    /** No request completed. */
    public static final MeanBudget NONE = new MeanBudget(0, TimeBudget.NONE);
}
