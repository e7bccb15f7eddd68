package gilbench.cli;

import gilbench.cpython.ProbeKind;
import gilbench.cpython.ProbeSide;
import gilbench.cpython.ProbeTask;
import gilbench.cpython.ProbeThreads;
import gilbench.cpython.Python;
import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.InterpreterProfile;
import gilbench.scenario.MachineTimes;
import gilbench.scenario.WakeLatency;
import gilbench.scenario.text.BundledInterpreters;
import java.time.Duration;
import java.util.List;

/**
 * An interpreter profile from measurements of one Python.
 *
 * <p>Wake latency: how long the GIL lies idle between two CPU threads, median and p99 of what is below a millisecond in 1.5 s. Late resumptions:
 * the share of slices of four CPU threads that are 0.25 ms longer than their median. Bias: with the share q of switches back
 * to the thread before, (q − 1/3)/(2/3). Parallel efficiency: work of as many processes as cores over that of one, per core.
 *
 * @param python what is measured
 * @param probes its processes
 */
record CalibratedProfile(Python python, ProbeProcesses probes) {
    private static final Duration WINDOW = Duration.ofMillis(800);
    private static final int ROUNDS = 3;
    private static final int MOST_PROCESSES = 8;

    InterpreterProfile measure(String name) throws InterruptedException {
        ProbeJson.Costs seen = probes.machine();
        InterpreterProfile published = published();
        Interpreter base = published.interpreter();
        Interpreter interpreter = new Interpreter(
                base.kind(),
                base.switchInterval(),
                atLeastOne(seen.get("iteration-nanos")),
                base.overhead(),
                seen.get("iteration-nanos"),
                base.waiterChoice(),
                share(seen.get("requester-bias")));
        return new InterpreterProfile(name, interpreter, published.speed(), times(seen, published.times()));
    }

    private MachineTimes times(ProbeJson.Costs seen, MachineTimes typical) throws InterruptedException {
        Duration median = atLeastOne(seen.get("wake-median-nanos"));
        Duration p99 = nanos(Math.max((double) median.toNanos(), seen.get("wake-p99-nanos")));
        return new MachineTimes(
                nanos(seen.get("timer-slack-nanos")),
                new WakeLatency(median, p99),
                share(seen.get("late-resume-share")),
                typical.tick(),
                share(seen.get("requester-bias")),
                nanos(seen.get("release-nanos")),
                nanos(seen.get("send-nanos")),
                nanos(seen.get("receive-nanos")),
                typical.loopTick(),
                typical.frontCpu(),
                typical.driverCpu(),
                typical.delayCpu(),
                typical.dispatch(),
                probes.startTime(),
                parallelEfficiency());
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
        if (BundledInterpreters.names().contains(name)) {
            return BundledInterpreters.profile(name);
        }
        InterpreterKind kind = python.freeThreaded() ? InterpreterKind.FREE_THREADED : InterpreterKind.GIL;
        return new InterpreterProfile(name, Interpreter.of(kind), 1, MachineTimes.TYPICAL);
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
