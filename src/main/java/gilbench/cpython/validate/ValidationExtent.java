package gilbench.cpython.validate;

import java.time.Duration;

/** How long a validation may take for each Python, and how much it observes. */
public enum ValidationExtent {
    /** Some of the experiments, at most 90 s. */
    QUICK(Duration.ofSeconds(75), 0.45, 0.8, 5, 0),

    /** All experiments, at most 10 minutes. */
    STANDARD(Duration.ofSeconds(570), 1, 1, 5, 0),

    /** All experiments with longer windows, and the 99th percentile of waits; at most an hour. */
    FULL(Duration.ofMinutes(57), 2, 6, 8, 1300);

    private final Duration limit;
    private final double scale;
    private final double scaleOfWaits;
    private final int repetitions;
    private final int pooledWaits;

    ValidationExtent(Duration limit, double scale, double scaleOfWaits, int repetitions, int pooledWaits) {
        this.limit = limit;
        this.scale = scale;
        this.scaleOfWaits = scaleOfWaits;
        this.repetitions = repetitions;
        this.pooledWaits = pooledWaits;
    }

    /** The time after which no further repetition begins. */
    public Duration limit() {
        return limit;
    }

    /** Factor on the windows of the experiments. */
    double scale() {
        return scale;
    }

    /** The same of those whose waits have heavy tails. */
    double scaleOfWaits() {
        return scaleOfWaits;
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
