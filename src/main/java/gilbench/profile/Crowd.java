package gilbench.profile;

import gilbench.bench.load.LoadDriver;
import gilbench.bench.load.LoadDriver.LoadRequest;
import gilbench.bench.result.Measurement;
import gilbench.bench.stats.Bootstrap;
import gilbench.bench.stats.Estimate;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.StepKind;
import gilbench.scenario.Workload;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/**
 * What a few users do who ask again as soon as they are answered, so that there is always somebody who wants the GIL.
 *
 * @param users how many
 * @param windows in which they were watched
 */
public record Crowd(int users, List<Window> windows) {
    private static final int USERS = 8;
    private static final int WINDOWS = 4;
    private static final int SEED = 1;
    private static final long LEAST = 100;
    private static final long FEW = 50;
    private static final double NANOS = 1e9;
    private static final Duration LEAD_IN = Duration.ofMillis(200);
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final RequestProfile UNKNOWN = RequestProfile.of(StepKind.PYTHON, Duration.ZERO);

    /** Copies the list. */
    public Crowd {
        windows = List.copyOf(windows);
    }

    /**
     * What was seen in one window.
     *
     * @param requests how many ended
     * @param cores how many the service kept busy on average
     * @param driverCpu processor time of the load driver for one request, seconds
     */
    public record Window(long requests, double cores, double driverCpu) {}

    /**
     * Drives such users.
     *
     * @param tree the service
     * @param length for everything
     * @param said told what will be sent, before it is sent
     */
    public static Crowd drive(LoadDriver driver, URI address, ProcessTree tree, Duration length, Consumer<String> said)
            throws InterruptedException {
        said.accept(String.format(
                Locale.ROOT,
                "crowding: %d users who do not think, to %s for about %.0f s",
                USERS,
                address,
                length.toNanos() / NANOS));
        Workload users = new Workload.Closed(USERS, OptionalInt.empty(), Duration.ZERO);
        Duration window = Duration.ofMillis(
                Math.max(LEAST, length.dividedBy(WINDOWS).minus(LEAD_IN).toMillis()));
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i < WINDOWS; i++) {
            windows.add(watched(
                    driver, new LoadRequest(address, UNKNOWN, users, LEAD_IN, window, SEED + i, USERS, TIMEOUT), tree));
        }
        return new Crowd(USERS, windows);
    }

    private static Window watched(LoadDriver driver, LoadRequest request, ProcessTree tree)
            throws InterruptedException {
        CompletableFuture<Reading> opens = reading(tree, request.leadIn());
        CompletableFuture<Reading> closes = reading(tree, request.leadIn().plus(request.window()));
        Measurement seen = driver.drive(request);
        double cores = closes.join().coresSince(opens.join());
        double own = seen.generatorCpu().toNanos() / NANOS;
        return new Window(seen.ended(), cores, own / Math.max(1, seen.ended()));
    }

    private static CompletableFuture<Reading> reading(ProcessTree tree, Duration from) {
        Executor later = CompletableFuture.delayedExecutor(from.toMillis(), TimeUnit.MILLISECONDS);
        return CompletableFuture.supplyAsync(() -> new Reading(System.nanoTime(), tree.time()), later);
    }

    /** What the service had used at a time. */
    private record Reading(long nanos, TreeTime time) {
        double coresSince(Reading before) {
            return (double) time.since(before.time).total() / (nanos - before.nanos);
        }
    }

    /** Whether enough requests ended to tell a rate. */
    boolean tells() {
        return windows.stream().mapToLong(Window::requests).sum() >= FEW;
    }

    /** How many cores the service kept busy, which does not depend on how fast they were. */
    Estimate cores() {
        return median(Window::cores);
    }

    /** Processor time of the load driver for one request. */
    Duration driverCpu() {
        return Duration.ofNanos(Math.round(NANOS * median(Window::driverCpu).value()));
    }

    private Estimate median(ToDoubleFunction<Window> number) {
        return Bootstrap.median(windows.stream().map(number::applyAsDouble).toList(), SEED);
    }
}
