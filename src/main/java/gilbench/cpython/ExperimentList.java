package gilbench.cpython;

import gilbench.scenario.Defaults;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The fixed list of experiments, for each extent of a validation. */
public final class ExperimentList {
    private static final Duration INTERVAL = Defaults.SWITCH_INTERVAL;
    private static final Duration NONE = Duration.ZERO;
    private static final Duration SLEEP = Duration.ofMillis(2);
    private static final Duration LEAST_SLEEP = Duration.ofMillis(5);
    private static final Duration MOST_SLEEP = Duration.ofMillis(50);
    private static final Duration IO = Duration.ofMillis(100);
    private static final Duration C_CALL = Duration.ofMillis(2);
    private static final Duration LONG_C_CALL = Duration.ofMillis(300);
    private static final Duration BLOCKER = Duration.ofMillis(50);
    private static final List<Integer> COMPETITORS = List.of(1, 2, 4, 8);

    private final double scale;

    private ExperimentList(double scale) {
        this.scale = scale;
    }

    /** Every case, in the order in which they run. */
    public static List<ExperimentCase> of(ValidationExtent extent) {
        ExperimentList list = new ExperimentList(extent.scale());
        return extent == ValidationExtent.QUICK ? list.quick() : list.all();
    }

    private List<ExperimentCase> quick() {
        return List.of(
                cpu(2, 1),
                cpu(1, 2),
                io(50),
                slices(2, INTERVAL, 800),
                slices(2, Duration.ofMillis(1), 400),
                sleeper(1, SLEEP, SLEEP, 600),
                sleeper(4, SLEEP, SLEEP, 1600),
                echo(0, 400),
                echo(1, 800),
                releasing(),
                opaque(),
                mixed(4, 1));
    }

    private List<ExperimentCase> all() {
        List<ExperimentCase> cases = new ArrayList<>();
        COMPETITORS.forEach(n -> cases.add(cpu(n, 1)));
        COMPETITORS.stream().filter(n -> n > 1).forEach(n -> cases.add(cpu(1, n)));
        Stream.of(5, 50, 200, 1000).forEach(n -> cases.add(io(n)));
        for (int n : List.of(2, 4)) {
            cases.add(slices(n, INTERVAL, 1000));
            cases.add(slices(n, Duration.ofMillis(1), 400));
            cases.add(slices(n, Duration.ofNanos(100_000), 300));
        }
        for (int n : List.of(0, 1, 2, 4, 8)) {
            cases.add(sleeper(n, SLEEP, SLEEP, windowBeside(n)));
        }
        for (int n : List.of(0, 1, 2, 4, 8)) {
            cases.add(sleeper(n, LEAST_SLEEP, MOST_SLEEP, windowBeside(n)));
        }
        for (int n : List.of(0, 1, 2, 4)) {
            cases.add(echo(n, windowBeside(n)));
        }
        cases.addAll(List.of(fairness(), releasing(), opaque(), mixed(4, 1), mixed(2, 2), loop()));
        return List.copyOf(cases);
    }

    private ExperimentCase cpu(int threads, int processes) {
        ProbeTask alone = task(INTERVAL, 400, ProbeThreads.cpu(1));
        String unit = processes == 1 ? count(threads, "thread") : count(processes, "process");
        return new ExperimentCase(
                "CPU against serial",
                unit,
                processes,
                task(INTERVAL, 400, ProbeThreads.cpu(threads)),
                Optional.of(alone),
                List.of(Metric.speedUp()));
    }

    private ExperimentCase io(int threads) {
        return single(
                "I/O of 100 ms",
                count(threads, "thread"),
                task(INTERVAL, 600, ProbeThreads.of(ProbeKind.MIXED, threads, Duration.ofNanos(1000), IO)),
                Metric.rate("cycles/s"));
    }

    private ExperimentCase slices(int threads, Duration interval, int millis) {
        return single(
                "Slices of CPU threads",
                threads + " threads at " + millis(interval),
                task(interval, millis, ProbeThreads.cpu(threads)),
                Metric.medianSlice(),
                Metric.switches());
    }

    private ExperimentCase sleeper(int competitors, Duration least, Duration most, int millis) {
        String sleep = least.equals(most) ? millis(least) : millis(least) + " to " + millis(most);
        List<Metric> metrics = new ArrayList<>();
        if (competitors <= 1) {
            metrics.add(Metric.medianWait());
        } else {
            metrics.addAll(waits());
        }
        return new ExperimentCase(
                "Wake-up after " + sleep,
                beside(competitors),
                1,
                beside(competitors, millis, ProbeThreads.sleepers(1, least, most)),
                Optional.empty(),
                metrics);
    }

    private ExperimentCase echo(int competitors, int millis) {
        List<Metric> metrics = new ArrayList<>();
        if (competitors == 0) {
            metrics.addAll(List.of(Metric.rate("requests/s"), Metric.medianWait()));
        } else {
            metrics.add(Metric.rate("requests/s").within(Metric.MEAN));
            metrics.addAll(waits());
        }
        return new ExperimentCase(
                "Echo over TCP",
                beside(competitors),
                1,
                beside(competitors, millis, ProbeThreads.of(ProbeKind.ECHO, 1, NONE, NONE)),
                Optional.empty(),
                metrics);
    }

    private ExperimentCase fairness() {
        return single(
                "Fairness",
                "4 threads",
                task(INTERVAL, 1200, ProbeThreads.cpu(4)),
                Metric.luckiest(),
                Metric.unluckiest());
    }

    private ExperimentCase releasing() {
        return new ExperimentCase(
                "C calls that release the GIL",
                "2 threads",
                1,
                task(INTERVAL, 400, ProbeThreads.of(ProbeKind.RELEASED, 2, C_CALL, NONE)),
                Optional.of(task(INTERVAL, 400, ProbeThreads.of(ProbeKind.RELEASED, 1, C_CALL, NONE))),
                List.of(Metric.speedUp()));
    }

    private ExperimentCase opaque() {
        return single(
                "C call of 300 ms that keeps the GIL",
                "beside a ticker of 1 ms",
                task(
                        INTERVAL,
                        900,
                        ProbeThreads.of(ProbeKind.OPAQUE, 1, LONG_C_CALL, Duration.ofMillis(100)),
                        ProbeThreads.sleepers(1, Duration.ofMillis(1), Duration.ofMillis(1))),
                Metric.longestWait());
    }

    private ExperimentCase mixed(int threads, int processes) {
        return new ExperimentCase(
                "2 ms of Python, then 8 ms of waiting",
                count(processes, "process") + " of " + count(threads, "thread"),
                processes,
                task(
                        INTERVAL,
                        600,
                        ProbeThreads.of(ProbeKind.MIXED, threads, Duration.ofMillis(2), Duration.ofMillis(8))),
                Optional.empty(),
                List.of(Metric.rate("cycles/s")));
    }

    private ExperimentCase loop() {
        return single(
                "Event loop",
                "a callback of 50 ms",
                task(INTERVAL, 1000, ProbeThreads.of(ProbeKind.LOOP, 1, BLOCKER, BLOCKER)),
                Metric.meanWait(),
                Metric.rate("callbacks/s"));
    }

    private static List<Metric> waits() {
        return List.of(
                Metric.meanWait(), Metric.waitsUpTo(0), Metric.waitsUpTo(1), Metric.waitsUpTo(3), Metric.waitsUpTo(7));
    }

    private ExperimentCase single(String experiment, String name, ProbeTask task, Metric... metrics) {
        return new ExperimentCase(experiment, name, 1, task, Optional.empty(), List.of(metrics));
    }

    private ProbeTask beside(int competitors, int millis, ProbeThreads watched) {
        return competitors == 0
                ? task(INTERVAL, millis, watched)
                : task(INTERVAL, millis, ProbeThreads.cpu(competitors), watched);
    }

    private ProbeTask task(Duration interval, int millis, ProbeThreads... threads) {
        Duration window = Duration.ofMillis(Math.round(millis * scale));
        return new ProbeTask(interval, window, 1, List.of(threads));
    }

    private static int windowBeside(int competitors) {
        return switch (competitors) {
            case 0 -> 400;
            case 1 -> 700;
            case 2 -> 1100;
            default -> 1600;
        };
    }

    private static String beside(int competitors) {
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
