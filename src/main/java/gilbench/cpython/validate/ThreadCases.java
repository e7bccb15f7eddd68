package gilbench.cpython.validate;

import gilbench.cpython.probe.ProbeKind;
import gilbench.cpython.probe.ProbeTask;
import gilbench.cpython.probe.ProbeThreads;
import gilbench.scenario.Defaults;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The cases in which probes carry out tasks of threads. */
final class ThreadCases {
    /** The switch interval of every case that has no other. */
    static final Duration INTERVAL = Defaults.SWITCH_INTERVAL;

    private static final Duration NONE = Duration.ZERO;
    private static final Duration IO = Duration.ofMillis(100);
    private static final Duration C_CALL = Duration.ofMillis(2);
    private static final Duration LONG_C_CALL = Duration.ofMillis(300);
    private static final Duration BLOCKER = Duration.ofMillis(50);
    private static final int PAIRS = 2;
    private static final int BLOCK_MILLIS = 90;

    private final ValidationExtent extent;

    ThreadCases(ValidationExtent extent) {
        this.extent = extent;
    }

    ExperimentCase cpu(int threads, int processes) {
        return speedUp(
                "CPU against serial",
                processes == 1 ? count(threads, "thread") : count(processes, "process"),
                ProbeThreads.cpu(1),
                processes,
                ProbeThreads.cpu(threads));
    }

    ExperimentCase releasing() {
        return speedUp(
                "C calls that release the GIL",
                "2 threads",
                ProbeThreads.of(ProbeKind.RELEASED, 1, C_CALL, NONE),
                1,
                ProbeThreads.of(ProbeKind.RELEASED, 2, C_CALL, NONE));
    }

    ExperimentCase io(int threads) {
        return single(
                "I/O of 100 ms",
                count(threads, "thread"),
                task(INTERVAL, 350, ProbeThreads.of(ProbeKind.MIXED, threads, Duration.ofNanos(1000), IO)),
                Metric.rate("cycles/s"));
    }

    ExperimentCase slices(int threads, Duration interval, int millis) {
        return single(
                "Slices of CPU threads",
                threads + " threads at " + millis(interval),
                task(interval, millis, ProbeThreads.cpu(threads)),
                Metric.medianSlice(),
                Metric.switches());
    }

    ExperimentCase sleeper(int competitors, Duration least, Duration most) {
        String sleep = least.equals(most) ? millis(least) : millis(least) + " to " + millis(most);
        Metric[] metrics = competitors <= 1 ? new Metric[] {Metric.medianWait()} : waits().toArray(Metric[]::new);
        return single(
                "Wake-up after " + sleep,
                besideText(competitors),
                beside(competitors, ProbeThreads.sleepers(1, least, most)),
                metrics);
    }

    ExperimentCase echo(int competitors) {
        List<Metric> metrics = new ArrayList<>();
        if (competitors == 0) {
            metrics.addAll(List.of(Metric.rate("requests/s"), Metric.medianWait()));
        } else {
            metrics.add(Metric.rateOfWaiting("requests/s"));
            metrics.addAll(waits());
        }
        return single(
                "Echo over TCP",
                besideText(competitors),
                beside(competitors, ProbeThreads.of(ProbeKind.ECHO, 1, NONE, NONE)),
                metrics.toArray(Metric[]::new));
    }

    ExperimentCase fairness() {
        return single(
                "Fairness",
                "4 threads",
                task(INTERVAL, 1000, ProbeThreads.cpu(4)),
                Metric.luckiest(),
                Metric.unluckiest());
    }

    ExperimentCase opaque() {
        return single(
                "C call of 300 ms that keeps the GIL",
                "beside a ticker of 1 ms",
                task(
                        INTERVAL,
                        850,
                        ProbeThreads.of(ProbeKind.OPAQUE, 1, LONG_C_CALL, Duration.ofMillis(100)),
                        ProbeThreads.sleepers(1, Duration.ofMillis(1), Duration.ofMillis(1))),
                Metric.longestWait());
    }

    ExperimentCase mixed(int threads, int processes) {
        ProbeTask task = task(
                INTERVAL, 500, ProbeThreads.of(ProbeKind.MIXED, threads, Duration.ofMillis(2), Duration.ofMillis(8)));
        return new ExperimentCase(
                "2 ms of Python, then 8 ms of waiting",
                count(processes, "process") + " of " + count(threads, "thread"),
                new ExperimentTask.OfThreads(processes, task),
                List.of(Metric.rate("cycles/s")));
    }

    ExperimentCase loop() {
        return single(
                "Event loop",
                "a callback of 50 ms",
                task(INTERVAL, 900, ProbeThreads.of(ProbeKind.LOOP, 1, BLOCKER, BLOCKER)),
                Metric.meanWait(),
                Metric.rate("callbacks/s"));
    }

    private ExperimentCase speedUp(
            String experiment, String name, ProbeThreads alone, int processes, ProbeThreads together) {
        ExperimentTask pairs = new ExperimentTask.OfPairs(
                task(INTERVAL, BLOCK_MILLIS, alone), processes, task(INTERVAL, BLOCK_MILLIS, together), PAIRS);
        return new ExperimentCase(experiment, name, pairs, List.of(Metric.speedUp()));
    }

    private static ExperimentCase single(String experiment, String name, ProbeTask task, Metric... metrics) {
        return new ExperimentCase(experiment, name, new ExperimentTask.OfThreads(1, task), List.of(metrics));
    }

    private static List<Metric> waits() {
        return List.of(
                Metric.meanWait(),
                Metric.waitsUpTo(0, INTERVAL),
                Metric.waitsUpTo(1, INTERVAL),
                Metric.waitsUpTo(3, INTERVAL),
                Metric.waitsUpTo(7, INTERVAL));
    }

    private ProbeTask beside(int competitors, ProbeThreads watched) {
        Duration usual = scaled(windowBeside(competitors), competitors <= 1 ? extent.scale() : extent.scaleOfWaits());
        Duration pooled = windowOfPooled(competitors, watched);
        Duration window = usual.compareTo(pooled) > 0 ? usual : pooled;
        return competitors == 0
                ? task(INTERVAL, window, watched)
                : task(INTERVAL, window, ProbeThreads.cpu(competitors), watched);
    }

    /** In which enough waits happen; one is about a slice for each competitor. */
    private Duration windowOfPooled(int competitors, ProbeThreads watched) {
        Duration cycle = watched.first().plus(watched.second()).dividedBy(2).plus(INTERVAL.multipliedBy(competitors));
        return cycle.multipliedBy(extent.pooledWaits()).dividedBy(extent.repetitions());
    }

    private ProbeTask task(Duration interval, int millis, ProbeThreads... threads) {
        return task(interval, scaled(millis, extent.scale()), threads);
    }

    private static ProbeTask task(Duration interval, Duration window, ProbeThreads... threads) {
        return new ProbeTask(interval, window, 1, List.of(threads));
    }

    private static Duration scaled(int millis, double factor) {
        return Duration.ofMillis(Math.round(millis * factor));
    }

    /** Mean waits grow with the competitors, and the fewer waits fit into a window the wider is the spread of their mean. */
    private static int windowBeside(int competitors) {
        return switch (competitors) {
            case 0 -> 300;
            case 1 -> 450;
            case 2 -> 700;
            case 4 -> 850;
            default -> 1000;
        };
    }

    private static String besideText(int competitors) {
        return competitors == 0
                ? "alone"
                : "beside " + competitors + " CPU" + (competitors == 1 ? " thread" : " threads");
    }

    private static String count(int n, String unit) {
        return n + " " + (n == 1 ? unit : unit.endsWith("s") ? unit + "es" : unit + "s");
    }

    private static String millis(Duration duration) {
        return BigDecimal.valueOf(duration.toNanos(), 6).stripTrailingZeros().toPlainString() + " ms";
    }
}
