package gilbench.cpython.validate;

import gilbench.cpython.probe.ProbeKind;
import gilbench.cpython.probe.ProbeTask;
import gilbench.cpython.probe.ProbeThreads;
import gilbench.scenario.Defaults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The cases in which probes carry out tasks of threads; those without an interval of their own have the default one. */
final class ThreadCases {
    private static final Duration INTERVAL = Defaults.SWITCH_INTERVAL;
    private static final Duration NONE = Duration.ZERO;
    private static final Duration HARDLY = Duration.ofNanos(1000);
    private static final Duration TICK = Duration.ofMillis(1);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final ValidationExtent extent;
    private final Windows windows;

    ThreadCases(ValidationExtent extent) {
        this.extent = extent;
        this.windows = new Windows(extent);
    }

    ExperimentCase cpu(int threads, int processes) {
        return speedUp(
                "CPU against serial",
                processes == 1 ? Wording.count(threads, "thread") : Wording.count(processes, "process"),
                task(INTERVAL, windows.block(), ProbeThreads.cpu(1)),
                processes,
                task(INTERVAL, windows.block(), ProbeThreads.cpu(threads)));
    }

    /** C calls of {@code call} without the GIL on two threads. */
    ExperimentCase releasing(Duration call) {
        Duration block = windows.blockOf(call);
        return speedUp(
                "C calls of " + Wording.millis(call) + " that release the GIL",
                "2 threads",
                task(INTERVAL, block, ProbeThreads.of(ProbeKind.RELEASED, 1, call, NONE)),
                1,
                task(INTERVAL, block, ProbeThreads.of(ProbeKind.RELEASED, 2, call, NONE)));
    }

    ExperimentCase io(Duration wait, int threads) {
        return single(
                "I/O of " + Wording.millis(wait),
                Wording.count(threads, "thread"),
                task(INTERVAL, windows.io(wait), ProbeThreads.of(ProbeKind.MIXED, threads, HARDLY, wait)),
                Metric.rate("cycles/s"));
    }

    ExperimentCase slices(int threads, Duration interval) {
        return single(
                "Slices of CPU threads",
                threads + " threads at " + Wording.millis(interval),
                task(interval, windows.slices(interval), ProbeThreads.cpu(threads)),
                Metric.medianSlice(),
                Metric.switches());
    }

    /** A thread that sleeps from {@code least} to {@code most}. */
    ExperimentCase sleeper(Competitors competitors, Duration least, Duration most) {
        String sleep =
                least.equals(most) ? Wording.millis(least) : Wording.millis(least) + " to " + Wording.millis(most);
        return beside(
                "Wake-up after " + sleep,
                competitors,
                ProbeThreads.sleepers(1, least, most),
                competitors.threads() <= 1 ? List.of(Metric.medianWait()) : waits(competitors));
    }

    ExperimentCase echo(Competitors competitors) {
        List<Metric> metrics = new ArrayList<>();
        if (competitors.threads() == 0) {
            metrics.addAll(List.of(Metric.rate("requests/s"), Metric.medianWait()));
        } else {
            metrics.add(Metric.rateOfWaiting("requests/s"));
            metrics.addAll(waits(competitors));
        }
        return beside("Echo over TCP", competitors, ProbeThreads.of(ProbeKind.ECHO, 1, NONE, NONE), metrics);
    }

    ExperimentCase fairness(int threads) {
        return single(
                "Fairness",
                Wording.count(threads, "thread"),
                task(INTERVAL, windows.fairness(), ProbeThreads.cpu(threads)),
                Metric.luckiest(),
                Metric.unluckiest());
    }

    ExperimentCase opaque(Duration call) {
        return single(
                "C call of " + Wording.millis(call) + " that keeps the GIL",
                "beside a ticker of 1 ms",
                task(
                        INTERVAL,
                        windows.oneCall(PAUSE, call),
                        ProbeThreads.of(ProbeKind.OPAQUE, 1, call, PAUSE),
                        ProbeThreads.sleepers(1, TICK, TICK)),
                Metric.longestWait());
    }

    /** Each of {@code threads} in each of {@code processes} works for {@code python} and waits for {@code io}. */
    ExperimentCase mixed(Duration python, Duration io, int threads, int processes) {
        Duration cycle = python.plus(io);
        Duration saturated = python.multipliedBy(threads);
        Duration window = windows.cycles(cycle.compareTo(saturated) > 0 ? cycle : saturated);
        return new ExperimentCase(
                Wording.millis(python) + " of Python, then " + Wording.millis(io) + " of waiting",
                Wording.count(processes, "process") + " of " + Wording.count(threads, "thread"),
                new ExperimentTask.OfThreads(
                        processes, task(INTERVAL, window, ProbeThreads.of(ProbeKind.MIXED, threads, python, io))),
                List.of(Metric.rate("cycles/s")));
    }

    /** An event loop with a callback that works for {@code blocker} and comes back after as long. */
    ExperimentCase loop(Duration blocker) {
        return single(
                "Event loop",
                "a callback of " + Wording.millis(blocker),
                task(
                        INTERVAL,
                        windows.callbacks(blocker.multipliedBy(2)),
                        ProbeThreads.of(ProbeKind.LOOP, 1, blocker, blocker)),
                Metric.meanWait(),
                Metric.rate("callbacks/s"));
    }

    private ExperimentCase speedUp(String experiment, String name, ProbeTask alone, int processes, ProbeTask together) {
        return new ExperimentCase(
                experiment,
                name,
                new ExperimentTask.OfPairs(alone, processes, together, extent.pairs()),
                List.of(Metric.speedUp()));
    }

    private ExperimentCase beside(
            String experiment, Competitors competitors, ProbeThreads watched, List<Metric> metrics) {
        ProbeTask task = new ProbeTask(
                competitors.interval(), windows.beside(competitors, watched), 1, competitors.with(watched));
        return new ExperimentCase(experiment, competitors.text(), new ExperimentTask.OfThreads(1, task), metrics);
    }

    private static ExperimentCase single(String experiment, String name, ProbeTask task, Metric... metrics) {
        return new ExperimentCase(experiment, name, new ExperimentTask.OfThreads(1, task), List.of(metrics));
    }

    private static List<Metric> waits(Competitors competitors) {
        Duration interval = competitors.interval();
        return List.of(
                Metric.meanWait(),
                Metric.waitsUpTo(0, interval),
                Metric.waitsUpTo(1, interval),
                Metric.waitsUpTo(3, interval),
                Metric.waitsUpTo(7, interval));
    }

    private static ProbeTask task(Duration interval, Duration window, ProbeThreads... threads) {
        return new ProbeTask(interval, window, 1, List.of(threads));
    }
}
