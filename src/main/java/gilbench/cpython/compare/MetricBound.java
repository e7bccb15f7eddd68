package gilbench.cpython.compare;

import gilbench.scenario.BoundException;

/** How near the simulation must come to CPython for a metric to be met. */
public sealed interface MetricBound {
    /**
     * The ratio simulated / real lies between 1/(1 + tolerance) and 1 + tolerance.
     *
     * @param tolerance above 0
     */
    record Ratio(double tolerance) implements MetricBound {
        /** Checks the bound. */
        public Ratio {
            positive(tolerance);
        }
    }

    /**
     * The difference simulated − real of two shares is at most {@code tolerance} either way.
     *
     * @param tolerance above 0
     */
    record Difference(double tolerance) implements MetricBound {
        /** Checks the bound. */
        public Difference {
            positive(tolerance);
        }
    }

    /** The simulated median lies between the least and the largest real value seen, the control's included. */
    record InRange() implements MetricBound {}

    /** The ratio is shown and not judged. */
    record Unbounded() implements MetricBound {}

    private static void positive(double tolerance) {
        if (!(tolerance > 0)) {
            throw new BoundException("tolerance", Double.toString(tolerance), "must be above 0");
        }
    }
}
