package gilbench.predict;

import gilbench.scenario.Interpreter;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.Step;
import gilbench.scenario.StepKind;
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
                        .map(step -> Delay.constant(nanos(step, interpreter)))
                        .toList());
    }

    private static long nanos(Step step, Interpreter interpreter) {
        boolean held = step.kind() == StepKind.PYTHON || step.kind() == StepKind.OPAQUE;
        return held
                ? Math.round(step.duration().toNanos() * interpreter.overhead())
                : step.duration().toNanos();
    }
}
