package gilbench.cli.probe;

import gilbench.cpython.probe.ProbeKind;
import gilbench.cpython.probe.ProbeReply;
import gilbench.cpython.probe.ProbeTask;
import gilbench.cpython.probe.ProbeThreads;
import gilbench.scenario.Calibration;
import gilbench.scenario.Defaults;
import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.SignalStealing;
import gilbench.scenario.WaiterChoice;
import gilbench.service.interpreter.Burner;
import gilbench.service.interpreter.Calibrator;
import gilbench.service.interpreter.PythonInterpreter;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Carries out tasks with the lock and the interpreter of the simulated service. */
public final class SimulatedProbe {
    private static final String UNITS = "units-per-second";
    private static final String POLL_GAP = "poll-gap-nanos";
    private static final String CALL = "call-nanos";
    private static final String STEALING = "signal-stealing";
    private static final Duration START = Duration.ofMillis(30);
    private static final Duration START_PER_THREAD = Duration.ofNanos(200_000);
    private static final Duration WARM_UP = Duration.ofMillis(60);
    private static final Duration SHORT = Duration.ofNanos(50_000);
    private static final int PAIRS = 200;
    private static final int ROUNDS = 60;

    private final Burner burner = Burner.create();
    private final Calibrator calibrator = Calibrator.create(burner);
    private final List<String> client;

    /**
     * A probe.
     *
     * @param client the command of the echo's client
     */
    public SimulatedProbe(List<String> client) {
        this.client = List.copyOf(client);
    }

    /** Runs everything once, so that the JIT compiler is done before anything is observed. */
    public void warmUp() throws IOException, InterruptedException {
        calibrator.warmUp();
        for (ProbeKind kind : ProbeKind.values()) {
            if (kind != ProbeKind.ECHO) {
                run(rough(100), new ProbeTask(SHORT, WARM_UP, 1, List.of(new ProbeThreads(kind, 4, SHORT, SHORT))));
            }
        }
        pairNanos();
    }

    /**
     * Measures how fast this machine burns, and takes from {@code python} the poll gap, the stealing of signals and the price of a call.
     *
     * <p>A call costs in Python what a pair of send and receive takes there longer than here, halved; never less than nothing.
     */
    public ProbeJson.Costs calibrate(ProbeJson.Costs python) throws IOException {
        Calibration speed = calibrator.calibrate();
        double call = Math.max(0, (python.get("pair-nanos") - pairNanos()) / 2);
        return new ProbeJson.Costs(Map.of(
                UNITS,
                speed.unitsPerSecond(),
                POLL_GAP,
                python.get("iteration-nanos"),
                CALL,
                call,
                STEALING,
                python.get(STEALING)));
    }

    /** Carries out {@code task} in this process. */
    public ProbeReply run(ProbeJson.Costs costs, ProbeTask task) throws IOException, InterruptedException {
        Calibration calibration = present(costs, task);
        List<List<ProbeActor>> groups = actors(task);
        List<ProbeActor> all = groups.stream().flatMap(List::stream).toList();
        for (ProbeActor actor : all) {
            actor.prepare(client);
        }
        Duration lead = START.plus(START_PER_THREAD.multipliedBy(all.size()));
        ProbeStage stage = stage(costs, calibration, task, System.nanoTime() + lead.toNanos());
        List<Thread> threads = all.stream().map(actor -> actor.start(stage)).toList();
        for (Thread thread : threads) {
            thread.join();
        }
        for (ProbeActor actor : all) {
            actor.finish();
        }
        return new ProbeReply(groups.stream().map(SimulatedProbe::group).toList(), stage.slices());
    }

    private static List<List<ProbeActor>> actors(ProbeTask task) {
        List<List<ProbeActor>> groups = new ArrayList<>();
        for (ProbeThreads role : task.threads()) {
            List<ProbeActor> group = new ArrayList<>();
            for (int i = 0; i < role.count(); i++) {
                group.add(ProbeActors.of(role, i));
            }
            groups.add(group);
        }
        return groups;
    }

    private static ProbeReply.Group group(List<ProbeActor> actors) {
        return new ProbeReply.Group(
                actors.stream().map(ProbeActor::amount).toList(),
                actors.stream().flatMap(actor -> actor.waits().stream()).toList());
    }

    /** The speed of the moment for work that the task gives in time; what is counted in pieces keeps its cost. */
    private Calibration present(ProbeJson.Costs costs, ProbeTask task) {
        Calibration before = new Calibration(costs.get(UNITS));
        boolean timed = task.threads().stream().anyMatch(role -> switch (role.kind()) {
            case MIXED, LOOP, OPAQUE -> true;
            case CPU, SLEEPER, ECHO, RELEASED -> false;
        });
        return timed ? calibrator.present(before) : before;
    }

    private ProbeStage stage(ProbeJson.Costs costs, Calibration calibration, ProbeTask task, long begin) {
        Interpreter spec = new Interpreter(
                InterpreterKind.GIL,
                task.interval(),
                Duration.ofNanos(Math.max(1, Math.round(costs.get(POLL_GAP)))),
                1,
                Defaults.NANOS_PER_ITERATION,
                WaiterChoice.FIFO,
                new SignalStealing(costs.get(STEALING)));
        PythonInterpreter interpreter = PythonInterpreter.create(spec, burner, calibration);
        return new ProbeStage(
                interpreter, task.seed(), Duration.ofNanos(Math.round(costs.get(CALL))), begin, task.window());
    }

    private static ProbeJson.Costs rough(double call) {
        return new ProbeJson.Costs(Map.of(UNITS, 2e7, POLL_GAP, 50.0, CALL, call, STEALING, 0.0));
    }

    private double pairNanos() throws IOException {
        ProbeTask task = new ProbeTask(
                Defaults.SWITCH_INTERVAL,
                WARM_UP,
                1,
                List.of(new ProbeThreads(ProbeKind.ECHO, 1, Duration.ZERO, Duration.ZERO)));
        ProbeJson.Costs rough = rough(0);
        ProbeStage stage = stage(rough, new Calibration(rough.get(UNITS)), task, System.nanoTime());
        stage.gil().take();
        try {
            return ProbeEcho.pairNanos(stage, ROUNDS, PAIRS);
        } finally {
            stage.gil().drop();
        }
    }
}
