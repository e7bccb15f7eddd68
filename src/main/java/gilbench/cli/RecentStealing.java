package gilbench.cli;

import gilbench.bench.runner.RunClock;
import gilbench.cli.QuietCalibration.Observation;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;

/**
 * How often a Python has its signals stolen of late: the mean of the last {@value #SETS} sets of threads, of which one is seen anew
 * every 15 s, since it drifts within minutes.
 */
final class RecentStealing {
    private static final int SETS = 6;
    private static final Duration AGE = Duration.ofSeconds(15);

    private final RunClock clock;
    private final Deque<Double> sets;
    private long seen;

    /**
     * As a calibration that has just ended.
     *
     * @param calibrated what it saw on the mean of as many sets
     */
    RecentStealing(RunClock clock, double calibrated) {
        this.clock = clock;
        this.sets = new ArrayDeque<>(Collections.nCopies(SETS, calibrated));
        this.seen = clock.nanos();
    }

    /** The share now; looks at {@code set} when the last look is too old. */
    double share(Observation<Double> set) throws InterruptedException {
        if (clock.nanos() - seen >= AGE.toNanos()) {
            sets.removeFirst();
            sets.addLast(set.observe());
            seen = clock.nanos();
        }
        return sets.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
