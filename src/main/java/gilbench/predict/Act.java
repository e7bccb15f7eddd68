package gilbench.predict;

import gilbench.scenario.BoundException;
import gilbench.scenario.Step;
import gilbench.scenario.StepKind;
import java.time.Duration;

/**
 * One step of a thread of a rehearsal, whose length is drawn anew each time, evenly between two bounds.
 *
 * @param kind what the step does; {@code io} and {@code native} release the GIL once each
 * @param least not negative
 * @param most at least {@code least}
 */
public record Act(StepKind kind, Duration least, Duration most) {
    /** Checks the bounds. */
    public Act {
        if (least.isNegative()) {
            throw new BoundException(kind.label(), least.toString(), "must not be negative");
        }
        if (most.compareTo(least) < 0) {
            throw new BoundException(kind.label(), most.toString(), "must be at least " + least);
        }
    }

    /** A step that always takes as long. */
    public static Act of(StepKind kind, Duration duration) {
        return new Act(kind, duration, duration);
    }

    static Act of(Step step) {
        return of(step.kind(), step.duration());
    }
}
