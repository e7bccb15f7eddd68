package gilbench.cpython;

import java.time.Duration;

/** How long a validation may take for each Python, and how much it observes. */
public enum ValidationExtent {
    /** Some of the experiments, at most 90 s. */
    QUICK(Duration.ofSeconds(80), 0.38, 5),

    /** All experiments, at most 10 minutes. */
    STANDARD(Duration.ofSeconds(570), 0.8, 5),

    /** All experiments with longer windows, and the 99th percentile of waits; at most an hour. */
    FULL(Duration.ofMinutes(57), 2.5, 8);

    private final Duration limit;
    private final double scale;
    private final int repetitions;

    ValidationExtent(Duration limit, double scale, int repetitions) {
        this.limit = limit;
        this.scale = scale;
        this.repetitions = repetitions;
    }

    /** The time after which no further repetition begins. */
    public Duration limit() {
        return limit;
    }

    /** Factor on the windows of the experiments. */
    double scale() {
        return scale;
    }

    /** The fewest repetitions of each case and side. */
    public int repetitions() {
        return repetitions;
    }
}
