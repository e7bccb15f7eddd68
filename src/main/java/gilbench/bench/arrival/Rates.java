package gilbench.bench.arrival;

import gilbench.scenario.BoundException;

/** Bounds of rates and the conversion of seconds to nanoseconds. */
final class Rates {
    private static final double NANOS = 1e9;

    private Rates() {}

    static double positive(String key, double rate) {
        if (!(rate > 0 && Double.isFinite(rate))) {
            throw new BoundException(key, Double.toString(rate), "must be a finite number above 0");
        }
        return rate;
    }

    /** Rounded down; {@link Long#MAX_VALUE} when too large. */
    static long nanos(double seconds) {
        return (long) (seconds * NANOS);
    }
}
