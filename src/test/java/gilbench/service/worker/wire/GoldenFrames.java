package gilbench.service.worker.wire;

import gilbench.scenario.Calibration;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Deployment;
import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.Outcome;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.SignalStealing;
import gilbench.scenario.Step;
import gilbench.scenario.StepKind;
import gilbench.scenario.TimeBudget;
import gilbench.scenario.WaiterChoice;
import gilbench.service.gil.GilStatistics;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The frames whose bytes stand in {@code src/test/resources/wire}, by the name of their file. */
final class GoldenFrames {
    private GoldenFrames() {}

    static Map<String, Frame> all() {
        Map<String, Frame> frames = new LinkedHashMap<>();
        frames.put("hello", new Frame.Hello(1, 4711));
        frames.put("setup", setup());
        frames.put("ready", new Frame.Ready());
        frames.put("request", new Frame.Request(7, 119_999_000_000L, profile()));
        frames.put("answer-completed", completed());
        frames.put("answer-downstream-failed", failed());
        frames.put("burner-check", new Frame.BurnerCheck());
        frames.put("burner-speed", new Frame.BurnerSpeed(0.975));
        frames.put("drain", new Frame.Drain());
        frames.put("bye", new Frame.Bye());
        return frames;
    }

    /** The frame of the file {@code name}. */
    static Frame named(String name) {
        return Objects.requireNonNull(all().get(name), name);
    }

    private static Frame setup() {
        Interpreter interpreter = new Interpreter(
                InterpreterKind.GIL,
                Duration.ofMillis(5),
                Duration.ofNanos(200),
                1,
                35,
                WaiterChoice.RANDOM,
                SignalStealing.NONE);
        Deployment deployment = new Deployment(
                ConcurrencyModel.WORKER_PROCESSES, interpreter, 2, 4, 2048, 16_384, 2, Duration.ofMinutes(2));
        return new Frame.Setup(deployment, new Calibration(34_000_000.5), URI.create("http://127.0.0.1:9090"));
    }

    private static RequestProfile profile() {
        return new RequestProfile(List.of(
                new Step(StepKind.PYTHON, Duration.ofMillis(5)),
                new Step(StepKind.OPAQUE, Duration.ofMillis(3)),
                new Step(StepKind.NATIVE, Duration.ofMillis(2)),
                new Step(StepKind.IO, Duration.ofMillis(100))));
    }

    private static Frame completed() {
        return new Frame.Answer(
                7,
                Outcome.COMPLETED,
                TimeBudget.within(112_000_000, 50_000, 1_000_000, 8_100_000, 2_050_000, 100_700_000),
                new GilStatistics(8_200_000, 1_000_000, 3, 2, 1, 0),
                "");
    }

    private static Frame failed() {
        return new Frame.Answer(
                8,
                Outcome.DOWNSTREAM_FAILED,
                TimeBudget.within(3_000_000, 50_000, 0, 0, 0, 2_900_000),
                GilStatistics.ZERO,
                "answered 500 \u2013 not 200");
    }
}
