package gilbench.service.gil;

import gilbench.scenario.SignalStealing;
import gilbench.scenario.Step;
import gilbench.scenario.StepKind;
import gilbench.scenario.WaiterChoice;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** What the threads of a timeline do. */
final class Programs {
    private static final Duration INTERVAL = Duration.ofMillis(5);
    private static final Duration FOREVER = Duration.ofHours(1);

    private Programs() {}

    /** A timeline with an interval of 5 ms. */
    static Timeline timeline(WaiterChoice choice, Duration pollGap, Duration wake) {
        return timeline(choice, SignalStealing.NONE, pollGap, wake);
    }

    /** A timeline with an interval of 5 ms on which signals may be stolen. */
    static Timeline timeline(WaiterChoice choice, SignalStealing stealing, Duration pollGap, Duration wake) {
        return new Timeline(INTERVAL, WaiterList.of(choice, stealing, new SplittableRandom(1)), pollGap, wake);
    }

    static Iterator<Step> hog() {
        return steps(new Step(StepKind.PYTHON, FOREVER));
    }

    static Iterator<Step> steps(Step... steps) {
        return List.of(steps).iterator();
    }

    static Iterator<Step> cycle(Step... steps) {
        return Stream.generate(() -> Stream.of(steps)).flatMap(all -> all).iterator();
    }

    static Step step(StepKind kind, long micros) {
        return new Step(kind, micros(micros));
    }

    static Duration micros(long micros) {
        return Duration.ofNanos(micros * 1000);
    }
}
