package gilbench.predict;

import gilbench.scenario.MachineTimes;

/** How warm the caches are for a front, a driver or a delay service: what follows another soon costs a share of what comes alone. */
final class Warmth {
    private static final long COOLING = MachineTimes.COOLING.toNanos();

    private final double share;
    private long latest = -COOLING;

    /** As if nothing had come yet; {@code share} is from 0 to 1. */
    Warmth(double share) {
        this.share = share;
    }

    /** Processor time for what comes now, in whole nanoseconds and at least 1, if it is {@code alone} for what comes alone. */
    long demand(long alone, long now) {
        boolean warm = now - latest < COOLING;
        latest = now;
        return warm ? Math.max(1, Math.round(share * alone)) : alone;
    }
}
