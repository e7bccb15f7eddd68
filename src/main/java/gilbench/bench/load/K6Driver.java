package gilbench.bench.load;

import gilbench.bench.result.Finding;
import gilbench.bench.result.FindingType;
import gilbench.bench.result.Measurement;
import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.Workload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A load driver in a process of k6's own, one start for each drive. What nobody measures, warm-up and checks, is sent from this
 * virtual machine: k6 takes longer to start than a cycle of the warm-up.
 *
 * <p>All times of a drive are of k6's wall clock.
 */
final class K6Driver implements LoadDriver {
    private static final String SCRIPT = "/gilbench/bench/load/drive.js";

    private final K6Tool tool;
    private final String name;
    private final LoadDriver embedded = LoadDriver.embedded();
    private volatile boolean cpuSeen = true;

    K6Driver(K6Tool tool) throws InterruptedException {
        this.tool = tool;
        this.name = tool.name();
    }

    @Override
    public Measurement drive(LoadRequest request) throws InterruptedException {
        return drive(request, () -> {});
    }

    @Override
    public Measurement drive(LoadRequest request, Runnable leadInBegins) throws InterruptedException {
        K6Timetable timetable = K6Timetable.of(request);
        K6Samples samples = new K6Samples();
        CompletableFuture<Long> began = new CompletableFuture<>();
        try (K6Process k6 = K6Process.start(tool, unique(), arguments(request, timetable), script(), line -> {
            samples.accept(line);
            samples.began().ifPresent(nanos -> began.complete(nanos / 1_000_000));
        })) {
            FutureTask<Duration> window = new FutureTask<>(new K6Window(k6, began, timetable, request, leadInBegins));
            Thread keeper = Thread.ofPlatform().daemon().name("k6-window").start(window);
            try {
                k6.await();
                complete(samples);
                Duration cpu = spent(window);
                cpuSeen = cpu.isPositive();
                return new K6Measurement(request.workload(), timetable, samples).measurement(cpu);
            } finally {
                keeper.interrupt();
            }
        }
    }

    private static void complete(K6Samples samples) {
        if (samples.began().isEmpty() || samples.unanswered() > 0) {
            throw new DriverException("k6 ended early: " + samples.requests().size() + " requests were answered, "
                    + samples.unanswered() + " broken off");
        }
    }

    private static Duration spent(FutureTask<Duration> window) throws InterruptedException {
        try {
            return window.get();
        } catch (ExecutionException e) {
            throw new DriverException("the processor time of k6 cannot be read: " + e.getCause());
        }
    }

    private static List<String> arguments(LoadRequest request, K6Timetable timetable) {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "--quiet",
                "--no-usage-report",
                "--no-color",
                "--address",
                "",
                "--out",
                "csv=fileName=-,timeFormat=unix_nano,saveInterval=200ms"));
        arguments.addAll(K6Tool.environment(K6Settings.of(request, timetable)));
        arguments.add("-");
        return arguments;
    }

    private static String unique() {
        return "gilbench-k6-" + UUID.randomUUID();
    }

    private static String script() {
        try (InputStream in = K6Driver.class.getResourceAsStream(SCRIPT)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + SCRIPT);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + SCRIPT + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void check(URI service, RequestProfile profile) throws InterruptedException, EndpointCheckException {
        embedded.check(service, profile);
    }

    @Override
    public LoadDriver unmeasured() {
        return embedded;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Finding> remarks(Workload workload) {
        List<Finding> remarks = new ArrayList<>();
        if (workload instanceof Workload.Open open && open.pattern() == ArrivalPattern.POISSON) {
            remarks.add(new Finding(
                    FindingType.NEAR_POISSON,
                    "near-Poisson (k6): starts at equal distances, each delayed at random by up to 50 of them"));
        }
        if (!cpuSeen) {
            remarks.add(new Finding(
                    FindingType.ENVIRONMENT,
                    "the processor time of k6 could not be seen, so its bound was not checked"));
        }
        return remarks;
    }

    @Override
    public void close() {
        embedded.close();
    }
}
