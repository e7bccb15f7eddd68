package gilbench.scenario.text;

import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.InterpreterProfile;
import gilbench.scenario.MachineTimes;
import gilbench.scenario.SignalStealing;
import gilbench.scenario.WaiterChoice;
import gilbench.scenario.WakeLatency;
import gilbench.scenario.text.PlanException.Problem;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The YAML form of an interpreter profile: {@code name}, {@code speed}, and the sections {@code interpreter} and
 * {@code machine}. What is left out is at its default, of the machine at {@link MachineTimes#TYPICAL}. Reading is
 * strict, as that of a plan.
 */
public final class InterpreterProfileYaml {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final double LARGEST = 1e9;
    private static final MathContext SIX_DIGITS = new MathContext(6);

    private final List<Problem> problems = new ArrayList<>();

    private InterpreterProfileYaml() {}

    /**
     * Reads a profile.
     *
     * @param fileName for messages
     * @throws PlanException with every mistake found
     */
    public static InterpreterProfile parse(String fileName, String text) {
        InterpreterProfileYaml reading = new InterpreterProfileYaml();
        Section root = Section.of(YamlReader.read(fileName, text), "", reading.problems);
        Optional<InterpreterProfile> profile = reading.profile(root);
        if (profile.isEmpty() || !reading.problems.isEmpty()) {
            reading.problems.sort(Comparator.comparingInt(Problem::line));
            throw new PlanException(fileName, reading.problems);
        }
        return profile.get();
    }

    /** The text of {@code profile} with every key; {@link #parse} reads it back. */
    public static String format(InterpreterProfile profile) {
        Interpreter interpreter = profile.interpreter();
        MachineTimes times = profile.times();
        return """
                name: %s
                speed: %s
                interpreter:
                  kind: %s
                  switch-interval: %s
                  poll-gap: %s
                  overhead: %s
                  nanos-per-iteration: %s
                  waiter-choice: %s
                  signal-stealing: %s
                machine:
                  timer-slack: %s
                  wake-latency-median: %s
                  wake-latency-p99: %s
                  late-resume-share: %s
                  tick: %s
                  release: %s
                  window-cpu: %s
                  send: %s
                  receive: %s
                  loop-tick: %s
                  front-cpu: %s
                  driver-cpu: %s
                  delay-cpu: %s
                  warm-share: %s
                  dispatch: %s
                  process-start: %s
                  parallel-efficiency: %s
                """.formatted(
                        profile.name(),
                        decimal(profile.speed()),
                        interpreter.kind().label(),
                        DurationText.format(interpreter.switchInterval()),
                        DurationText.format(interpreter.pollGap()),
                        decimal(interpreter.overhead()),
                        decimal(interpreter.nanosPerIteration()),
                        interpreter.waiterChoice().label(),
                        decimal(interpreter.signalStealing().probability()),
                        DurationText.format(times.timerSlack()),
                        DurationText.format(times.wake().median()),
                        DurationText.format(times.wake().p99()),
                        decimal(times.lateResumeShare()),
                        DurationText.format(times.tick()),
                        DurationText.format(times.release()),
                        DurationText.format(times.windowCpu()),
                        DurationText.format(times.send()),
                        DurationText.format(times.receive()),
                        DurationText.format(times.loopTick()),
                        DurationText.format(times.frontCpu()),
                        DurationText.format(times.driverCpu()),
                        DurationText.format(times.delayCpu()),
                        decimal(times.warmShare()),
                        DurationText.format(times.dispatch()),
                        DurationText.format(times.processStart()),
                        decimal(times.parallelEfficiency()));
    }

    private Optional<InterpreterProfile> profile(Section root) {
        String name = root.required("name", "stand-in", Values.line("name", 128));
        double speed = root.optional("speed", 1.0, Values.positive("speed", LARGEST));
        Interpreter interpreter = root.section("interpreter")
                .flatMap(InterpreterProfileYaml::interpreter)
                .orElse(Interpreter.of(InterpreterKind.GIL));
        MachineTimes times =
                root.section("machine").flatMap(InterpreterProfileYaml::times).orElse(MachineTimes.TYPICAL);
        return root.build(() -> new InterpreterProfile(name, interpreter, speed, times));
    }

    private static Optional<Interpreter> interpreter(Section section) {
        InterpreterKind kind =
                section.optional("kind", InterpreterKind.GIL, Values.word("kind", InterpreterKind.class));
        Interpreter defaults = Interpreter.of(kind);
        Duration interval = duration(section, "switch-interval", defaults.switchInterval());
        Duration pollGap = duration(section, "poll-gap", defaults.pollGap());
        double overhead = section.optional("overhead", defaults.overhead(), Values.positive("overhead", LARGEST));
        double iteration = section.optional(
                "nanos-per-iteration", defaults.nanosPerIteration(), Values.positive("nanos-per-iteration", LARGEST));
        WaiterChoice choice = section.optional(
                "waiter-choice", defaults.waiterChoice(), Values.word("waiter-choice", WaiterChoice.class));
        double stealing =
                share(section, "signal-stealing", defaults.signalStealing().probability());
        return section.build(() ->
                new Interpreter(kind, interval, pollGap, overhead, iteration, choice, new SignalStealing(stealing)));
    }

    private static Optional<MachineTimes> times(Section section) {
        MachineTimes typical = MachineTimes.TYPICAL;
        Duration slack = duration(section, "timer-slack", typical.timerSlack());
        Duration median =
                duration(section, "wake-latency-median", typical.wake().median());
        Duration p99 = duration(section, "wake-latency-p99", typical.wake().p99());
        double late = share(section, "late-resume-share", typical.lateResumeShare());
        Duration tick = duration(section, "tick", typical.tick());
        Duration release = duration(section, "release", typical.release());
        Duration windowCpu = duration(section, "window-cpu", typical.windowCpu());
        Duration send = duration(section, "send", typical.send());
        Duration receive = duration(section, "receive", typical.receive());
        Duration loopTick = duration(section, "loop-tick", typical.loopTick());
        Duration front = duration(section, "front-cpu", typical.frontCpu());
        Duration driver = duration(section, "driver-cpu", typical.driverCpu());
        Duration delay = duration(section, "delay-cpu", typical.delayCpu());
        double warm = share(section, "warm-share", typical.warmShare());
        Duration dispatch = duration(section, "dispatch", typical.dispatch());
        Duration start = duration(section, "process-start", typical.processStart());
        double efficiency = share(section, "parallel-efficiency", typical.parallelEfficiency());
        return section.build(() -> new MachineTimes(
                slack,
                new WakeLatency(median, p99),
                late,
                tick,
                release,
                windowCpu,
                send,
                receive,
                loopTick,
                front,
                driver,
                delay,
                warm,
                dispatch,
                start,
                efficiency));
    }

    private static Duration duration(Section section, String key, Duration otherwise) {
        return section.optional(key, otherwise, Values.notNegative(key, LONGEST));
    }

    private static double share(Section section, String key, double otherwise) {
        return section.optional(key, otherwise, Values.share(key));
    }

    private static String decimal(double value) {
        return new BigDecimal(value, SIX_DIGITS).stripTrailingZeros().toPlainString();
    }
}
