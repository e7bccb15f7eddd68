package gilbench.scenario;

import java.time.Duration;

/**
 * One step of a request profile.
 *
 * @param kind what the step does
 * @param duration how long: processor time of a CPU step at calibrated speed, waiting time of an {@code io} step in whole
 *     milliseconds; not negative
 */
public record Step(StepKind kind, Duration duration) {
    /** Checks the duration. */
    public Step {
        Checks.notNegative(kind.label(), duration);
        if (kind == StepKind.IO && duration.toNanos() % 1_000_000 != 0) {
            throw new BoundException("io", duration.toNanos() / 1e6 + "ms", "must be in whole milliseconds");
        }
    }
}
