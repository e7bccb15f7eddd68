package gilbench.service.worker.wire;

import static org.quicktheories.generators.SourceDSL.doubles;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;
import static org.quicktheories.generators.SourceDSL.strings;

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
import org.quicktheories.core.Gen;
import org.quicktheories.generators.Generate;

/** Any frame. */
final class Frames {
    private static final Gen<Long> LONGS = longs().all();

    private Frames() {}

    static Gen<Frame> any() {
        return Generate.oneOf(simple(), setups(), requests(), answers());
    }

    private static Gen<Frame> simple() {
        return Generate.oneOf(
                integers().between(0, 65_535).zip(LONGS, (version, pid) -> (Frame) new Frame.Hello(version, pid)),
                doubles().between(0, 10).map(speed -> (Frame) new Frame.BurnerSpeed(speed)),
                Generate.pick(java.util.List.of(
                        new Frame.Ready(), new Frame.BurnerCheck(), new Frame.Drain(), new Frame.Bye())));
    }

    private static Gen<Frame> setups() {
        Gen<Interpreter> interpreters = Generate.enumValues(InterpreterKind.class)
                .zip(
                        longs().between(1000, 10_000_000_000L),
                        Generate.enumValues(WaiterChoice.class),
                        doubles().between(0.1, 100),
                        (kind, interval, choice, overhead) -> new Interpreter(
                                kind,
                                Duration.ofNanos(interval),
                                Duration.ofNanos(200),
                                overhead,
                                35,
                                choice,
                                new SignalStealing(0.25)));
        return interpreters.zip(
                integers().between(1, 4096),
                integers().between(0, 1_000_000),
                longs().between(1, Long.MAX_VALUE),
                doubles().between(1, 1e12),
                (interpreter, threads, queue, deadline, units) -> new Frame.Setup(
                        new Deployment(
                                ConcurrencyModel.WORKER_PROCESSES,
                                interpreter,
                                2,
                                threads,
                                queue,
                                16,
                                2,
                                Duration.ofNanos(deadline)),
                        new Calibration(units),
                        URI.create("http://127.0.0.1:" + threads)));
    }

    private static Gen<Frame> requests() {
        Gen<Step> steps = Generate.enumValues(StepKind.class)
                .zip(longs().between(0, 1_000_000), (kind, millis) -> new Step(kind, Duration.ofMillis(millis)));
        return lists().of(steps)
                .ofSizeBetween(1, 100)
                .zip(LONGS, LONGS, (list, id, remaining) -> new Frame.Request(id, remaining, new RequestProfile(list)));
    }

    private static Gen<Frame> answers() {
        Gen<TimeBudget> budgets = longs().between(0, 1L << 50)
                .zip(
                        longs().between(0, 1L << 50),
                        longs().between(0, 1L << 50),
                        (a, b, c) -> TimeBudget.within(a, b, c, a, b, c));
        Gen<GilStatistics> gils =
                LONGS.zip(LONGS, integers().all(), (a, b, waiters) -> new GilStatistics(a, b, a, b, a, waiters));
        return LONGS.zip(
                Generate.enumValues(Outcome.class),
                budgets,
                gils,
                strings().basicMultilingualPlaneAlphabet().ofLengthBetween(0, 1200),
                (id, outcome, budget, gil, detail) ->
                        new Frame.Answer(id, outcome, budget, gil, detail.replaceAll("[\\ud800-\\udfff]", "?")));
    }
}
