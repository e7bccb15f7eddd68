package gilbench.predict;

import gilbench.scenario.MachineTimes;
import gilbench.scenario.WakeLatency;
import java.time.Duration;

/** Machines for tests. */
final class Machines {
    /** Adds nothing, but that a woken thread runs one nanosecond later. */
    static final MachineTimes IDEAL = waking(Duration.ofNanos(1));

    private Machines() {}

    /** Adds nothing but a constant wake latency. */
    static MachineTimes waking(Duration wake) {
        return machine(wake, Duration.ZERO);
    }

    /** Adds nothing but the processor time of the load driver. */
    static MachineTimes driven(Duration driver) {
        return machine(Duration.ofNanos(1), driver);
    }

    private static MachineTimes machine(Duration wake, Duration driver) {
        return new MachineTimes(
                Duration.ZERO,
                new WakeLatency(wake, wake),
                0,
                Duration.ofMillis(4),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                driver,
                Duration.ZERO,
                1,
                Duration.ZERO,
                Duration.ZERO,
                1);
    }
}
