package gilbench.cli;

import gilbench.bench.runner.Machinery.MachineryException;
import gilbench.cli.probe.ProbeJson;
import gilbench.cpython.MachineScript;
import gilbench.cpython.Python;
import gilbench.cpython.probe.ProbeKind;
import gilbench.cpython.probe.ProbeSide;
import gilbench.cpython.probe.ProbeTask;
import gilbench.cpython.probe.ProbeThreads;
import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.InterpreterProfile;
import gilbench.scenario.MachineTimes;
import gilbench.scenario.SignalStealing;
import gilbench.scenario.WaiterChoice;
import gilbench.scenario.WakeLatency;
import gilbench.scenario.text.BundledInterpreters;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An interpreter profile from measurements of one Python.
 *
 * <p>Wake latency: how long the GIL lies idle between two CPU threads, median and p99 of what is below a millisecond in 1.5 s. Late resumptions:
 * the share of slices of four CPU threads that are 0.25 ms longer than their median. Signal stealing:
 * the share of the hand-offs of two CPU threads that a sleeper does not get, of the first after each sleep. Parallel efficiency: work of as many
 * processes as cores over that of one, per core.
 * What a request costs besides its steps is seen in a service of this Python, the way to a worker in one worker.
 *
 * @param python what is measured
 * @param probes its processes
 * @param stages in which order, and that nobody disturbs
 */
record CalibratedProfile(Python python, ProbeProcesses probes, QuietCalibration<CalibrationStage> stages) {
    private static final Duration WINDOW = Duration.ofMillis(800);
    private static final int ROUNDS = 3;
    private static final int MOST_PROCESSES = 8;

    /**
     * Measures everything.
     *
     * @throws MachineryException when a process cannot be started, or ends
     */
    InterpreterProfile measure(String name) throws InterruptedException {
        ProbeJson.Costs seen = stages.observe(CalibrationStage.HAND_OFFS, probes::machine);
        InterpreterProfile published = published();
        Interpreter base = published.interpreter();
        Interpreter interpreter = new Interpreter(
                base.kind(),
                base.switchInterval(),
                atLeastOne(seen.get("iteration-nanos")),
                base.overhead(),
                seen.get("iteration-nanos"),
                WaiterChoice.FIFO,
                new SignalStealing(share(seen.get("signal-stealing"))));
        return new InterpreterProfile(name, interpreter, published.speed(), times(name, seen));
    }

    private MachineTimes times(String name, ProbeJson.Costs seen) throws InterruptedException {
        double efficiency = stages.observe(CalibrationStage.CORES, this::parallelEfficiency);
        MachineScript.Costs costs = stages.observe(CalibrationStage.LOOP, this::loopAndScheduler);
        Duration start = stages.observe(CalibrationStage.START, probes::startTime);
        MeasuredPython measured = new MeasuredPython(python);
        Duration dispatch = dispatch(measured);
        RequestCosts requests = requests(name, measured);
        Duration median = atLeastOne(seen.get("wake-median-nanos"));
        Duration p99 = nanos(Math.max((double) median.toNanos(), seen.get("wake-p99-nanos")));
        return new MachineTimes(
                nanos(seen.get("timer-slack-nanos")),
                new WakeLatency(median, p99),
                share(seen.get("late-resume-share")),
                costs.tick().orElse(MachineTimes.TYPICAL.tick()),
                nanos(seen.get("release-nanos")),
                costs.windowCpu(),
                nanos(seen.get("send-nanos")),
                nanos(seen.get("receive-nanos")),
                costs.loopTick(),
                requests.front(),
                requests.driver(),
                requests.delay(),
                requests.warmShare(),
                dispatch,
                start,
                efficiency);
    }

    private MachineScript.Costs loopAndScheduler() throws InterruptedException {
        try {
            return MachineScript.measure(python);
        } catch (IOException e) {
            throw new MachineryException(String.valueOf(e.getMessage()));
        }
    }

    private Duration dispatch(MeasuredPython measured) throws InterruptedException {
        stages.announce(CalibrationStage.DISPATCH);
        try (WorkerWay way = WorkerWay.start(python, kind(), measured.speed(kind()))) {
            return stages.observe(CalibrationStage.DISPATCH, way::observe);
        }
    }

    private RequestCosts requests(String name, MeasuredPython measured) throws InterruptedException {
        stages.announce(CalibrationStage.REQUESTS);
        ProcessMachinery machinery = new ProcessMachinery(name, Optional.of(measured), "the embedded driver");
        try (CalibratedService service = CalibratedService.start(machinery, kind())) {
            return stages.observe(CalibrationStage.REQUESTS, service::observe);
        }
    }

    private double parallelEfficiency() throws InterruptedException {
        int cores = Math.min(MOST_PROCESSES, Runtime.getRuntime().availableProcessors());
        double best = 0;
        for (int i = 0; i < ROUNDS; i++) {
            best = Math.max(best, work(cores) / (cores * work(1)));
        }
        return Math.clamp(best, 0.01, 1);
    }

    private double work(int processes) throws InterruptedException {
        ProbeThreads thread = new ProbeThreads(ProbeKind.CPU, 1, Duration.ZERO, Duration.ZERO);
        ProbeTask task = new ProbeTask(published().interpreter().switchInterval(), WINDOW, 1, List.of(thread));
        return Math.max(1, probes.run(ProbeSide.REAL, processes, task).watched().total());
    }

    /** The built-in profile of the same version, or one of typical values when there is none. */
    private InterpreterProfile published() {
        String name = "cpython-" + python.minor();
        return BundledInterpreters.names().contains(name)
                ? BundledInterpreters.profile(name)
                : new InterpreterProfile(name, Interpreter.of(kind()), 1, MachineTimes.TYPICAL);
    }

    private InterpreterKind kind() {
        return python.freeThreaded() ? InterpreterKind.FREE_THREADED : InterpreterKind.GIL;
    }

    private static Duration nanos(double value) {
        return Duration.ofNanos(Math.round(value));
    }

    private static Duration atLeastOne(double value) {
        return nanos(Math.max(1, value));
    }

    private static double share(double value) {
        return Math.clamp(value, 0, 1);
    }
}
