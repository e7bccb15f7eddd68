package gilbench.predict;

import gilbench.scenario.Interpreter;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.Step;
import gilbench.scenario.StepKind;
import java.time.Duration;
import java.util.List;

/**
 * One kind of request as the simulation carries it out.
 *
 * @param weight its share of the requests, relative to the other kinds'
 * @param steps what each step does
 * @param demands how long each step is on the interpreter that runs it
 */
record RequestKind(double weight, List<StepKind> steps, List<Delay> demands) {
    RequestKind {
        steps = List.copyOf(steps);
        demands = List.copyOf(demands);
    }

    /** A kind of constant steps; those that hold the GIL cost the overhead of {@code interpreter}. */
    static RequestKind of(RequestProfile profile, double weight, Interpreter interpreter) {
        return new RequestKind(
                weight,
                profile.steps().stream().map(Step::kind).toList(),
                profile.steps().stream()
                        .map(step -> Delay.constant(nanos(step.kind(), step.duration(), interpreter)))
                        .toList());
    }

    /** What actors repeat. */
    static RequestKind of(Actors actors, Interpreter interpreter) {
        return new RequestKind(
                actors.count(),
                actors.acts().stream().map(Act::kind).toList(),
                actors.acts().stream()
                        .map(act -> Delay.uniform(
                                nanos(act.kind(), act.least(), interpreter),
                                nanos(act.kind(), act.most(), interpreter)))
                        .toList());
    }

    private static long nanos(StepKind kind, Duration duration, Interpreter interpreter) {
        boolean held = kind == StepKind.PYTHON || kind == StepKind.OPAQUE;
        return held ? Math.round(duration.toNanos() * interpreter.overhead()) : duration.toNanos();
    }
}
