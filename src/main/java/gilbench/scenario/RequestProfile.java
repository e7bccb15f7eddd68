package gilbench.scenario;

import java.time.Duration;
import java.util.List;

/**
 * The ordered steps of one request.
 *
 * @param steps at least one
 */
public record RequestProfile(List<Step> steps) {
    /** Copies the steps. */
    public RequestProfile {
        steps = List.copyOf(steps);
        Checks.atLeast("steps", steps.size(), 1);
    }

    /** A profile of a single step. */
    public static RequestProfile of(StepKind kind, Duration duration) {
        return new RequestProfile(List.of(new Step(kind, duration)));
    }

    /** The sum of the durations of all steps of {@code kind}. */
    public Duration sum(StepKind kind) {
        return steps.stream()
                .filter(step -> step.kind() == kind)
                .map(Step::duration)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** CPU time that needs the GIL: {@code python} and {@code opaque} steps. */
    public Duration gilHeld() {
        return sum(StepKind.PYTHON).plus(sum(StepKind.OPAQUE));
    }

    /** All CPU time, with and without the GIL. */
    public Duration cpu() {
        return gilHeld().plus(sum(StepKind.NATIVE));
    }

    /** The profile's own time: what a request takes when nothing is waited for but the delay service. */
    public Duration ideal() {
        return cpu().plus(sum(StepKind.IO));
    }
}
