package gilbench.scenario;

import java.time.Duration;

/**
 * The bounds of what one request may ask of the service.
 *
 * @param cpu most CPU time of a request, summed over its steps
 * @param delay longest {@code io} step
 * @param steps most steps
 * @param iterations most loop iterations
 */
public record Limits(Duration cpu, Duration delay, int steps, long iterations) {
    /** 60 s of CPU, 60 s of delay, 32 steps, 10⁹ iterations. */
    public static final Limits DEFAULT = new Limits(Duration.ofSeconds(60), Duration.ofSeconds(60), 32, 1_000_000_000L);

    /** Checks the bounds of the bounds. */
    public Limits {
        Checks.positive("limits.cpu", cpu);
        Checks.positive("limits.delay", delay);
        Checks.between("limits.steps", steps, 1, 1024);
        Checks.atLeast("limits.iterations", iterations, 1);
    }
}
