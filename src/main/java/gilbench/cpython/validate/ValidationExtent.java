package gilbench.cpython.validate;

import java.time.Duration;

/** How long a validation may take for each Python, and how much it observes. */
public enum ValidationExtent {
    /** Some of the experiments, at most 90 s. */
    QUICK(Duration.ofSeconds(75), Duration.ofSeconds(28), 0.45, 0.8, 3, 6, 0),

    /** All experiments, at most 10 minutes. */
    STANDARD(Duration.ofSeconds(570), Duration.ofSeconds(60), 1, 1, 3, 6, 0),

    /** All experiments with longer windows, and the 99th percentile of waits; at most an hour. */
    FULL(Duration.ofMinutes(57), Duration.ofSeconds(60), 2, 8, 5, 8, 1300);

    private final Duration limit;
    private final Duration limitOfCalibration;
    private final double scale;
    private final double scaleOfWaits;
    private final int pairs;
    private final int repetitions;
    private final int pooledWaits;

    ValidationExtent(
            Duration limit,
            Duration limitOfCalibration,
            double scale,
            double scaleOfWaits,
            int pairs,
            int repetitions,
            int pooledWaits) {
        this.limit = limit;
        this.limitOfCalibration = limitOfCalibration;
        this.scale = scale;
        this.scaleOfWaits = scaleOfWaits;
        this.pairs = pairs;
        this.repetitions = repetitions;
        this.pooledWaits = pooledWaits;
    }

    /** The time after which no further repetition begins. */
    public Duration limit() {
        return limit;
    }

    /** The time after which a calibration that others disturbed is not repeated. */
    public Duration limitOfCalibration() {
        return limitOfCalibration;
    }

    /** Factor on the windows of the experiments. */
    double scale() {
        return scale;
    }

    /** The same of those whose waits have heavy tails. */
    double scaleOfWaits() {
        return scaleOfWaits;
    }

    /** Pairs of blocks in an observation of a speed-up; odd, so that their median is that of one of them. */
    int pairs() {
        return pairs;
    }

    /** The fewest repetitions of each case and side. */
    public int repetitions() {
        return repetitions;
    }

    /** About how many waits the repetitions of a case see together at least; 0 when that does not matter. */
    int pooledWaits() {
        return pooledWaits;
    }
}
