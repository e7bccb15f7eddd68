package gilbench.cli;

import gilbench.bench.load.EndpointCheckException;
import gilbench.bench.load.LoadDriver;
import gilbench.bench.load.LoadDriver.LoadRequest;
import gilbench.bench.result.Measurement;
import gilbench.bench.runner.Machinery.MachineryException;
import gilbench.cpython.probe.ProbeSide;
import gilbench.cpython.validate.ServedSides;
import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.StepKind;
import gilbench.scenario.Workload;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A deployment served by CPython, once more by CPython, and by the simulation, each in processes of its own. */
final class ServedDeployments implements ServedSides, AutoCloseable {
    /** What {@code /compute} does. */
    static final RequestProfile COMPUTE = RequestProfile.of(StepKind.PYTHON, Duration.ofMillis(10));

    /** What {@code /status} does. */
    static final RequestProfile STATUS = RequestProfile.of(StepKind.IO, Duration.ofMillis(10));

    /** Requests of {@code /status} per second. */
    static final double STATUS_RATE = 30;

    private static final RequestProfile SHORT = RequestProfile.of(StepKind.PYTHON, Duration.ofMillis(1));
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration LEAD_IN = Duration.ofMillis(400);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int USERS = 8;
    private static final int MAX_IN_FLIGHT = 4096;
    private static final long APART = 1_000_003;

    private final Supplier<ServedSites> starter;
    private final LoadDriver computing = LoadDriver.embedded();
    private final LoadDriver asking = LoadDriver.embedded();
    private final ExecutorService asker =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    private @Nullable ServedSites sites;
    private OptionalDouble capacity = OptionalDouble.empty();

    /** Deployments that {@code starter} starts when they are first needed. */
    ServedDeployments(Supplier<ServedSites> starter) {
        this.starter = starter;
    }

    @Override
    public double capacity() throws InterruptedException {
        if (capacity.isEmpty()) {
            URI real = service(ProbeSide.REAL);
            capacity = OptionalDouble.of(
                    computing.drive(request(real, COMPUTE, users(), WARM_UP, 0)).throughput());
        }
        return capacity.getAsDouble();
    }

    /** The capacity, if it has been measured. */
    OptionalDouble known() {
        return capacity;
    }

    @Override
    public Served drive(ProbeSide side, double rate, Duration window, long seed) throws InterruptedException {
        URI service = service(side);
        LoadRequest status = request(service, STATUS, open(STATUS_RATE), window, seed + APART);
        Future<Measurement> beside = asker.submit(() -> asking.drive(status));
        try {
            Measurement compute = computing.drive(request(service, COMPUTE, open(rate), window, seed));
            return new Served(compute.throughput(), beside.get().responseTime());
        } catch (ExecutionException e) {
            throw new MachineryException("the load of /status failed: " + e.getCause());
        } finally {
            beside.cancel(true);
        }
    }

    @Override
    public void close() {
        asker.shutdownNow();
        computing.close();
        asking.close();
        if (sites != null) {
            sites.close();
        }
    }

    private URI service(ProbeSide side) throws InterruptedException {
        if (sites == null) {
            ServedSites started = starter.get();
            sites = started;
            started.start();
            for (ProbeSide each : ProbeSide.values()) {
                warmUp(started.uri(each));
            }
        }
        return sites.uri(side);
    }

    private void warmUp(URI service) throws InterruptedException {
        try {
            for (RequestProfile profile : List.of(SHORT, STATUS)) {
                computing.check(service, profile);
                computing.drive(request(service, profile, users(), WARM_UP.dividedBy(2), 0));
            }
        } catch (EndpointCheckException e) {
            throw new MachineryException(String.valueOf(e.getMessage()));
        }
    }

    private static LoadRequest request(
            URI service, RequestProfile profile, Workload workload, Duration window, long seed) {
        return new LoadRequest(service, profile, workload, LEAD_IN, window, seed, MAX_IN_FLIGHT, TIMEOUT);
    }

    private static Workload users() {
        return new Workload.Closed(USERS, OptionalInt.empty(), Duration.ZERO);
    }

    private static Workload open(double rate) {
        return new Workload.Open(ArrivalPattern.POISSON, rate);
    }
}
