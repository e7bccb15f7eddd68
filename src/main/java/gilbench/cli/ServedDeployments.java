package gilbench.cli;

import gilbench.bench.load.EndpointCheckException;
import gilbench.bench.load.LoadDriver;
import gilbench.bench.load.LoadDriver.LoadRequest;
import gilbench.bench.result.Measurement;
import gilbench.bench.runner.Machinery.MachineryException;
import gilbench.cpython.probe.ProbeSide;
import gilbench.cpython.validate.ServedSides;
import gilbench.cpython.validate.Traffic;
import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.StepKind;
import gilbench.scenario.Workload;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Deployments served by CPython, once more by CPython, and by the simulation, each in processes of its own. */
final class ServedDeployments implements ServedSides, AutoCloseable {
    private static final RequestProfile SHORT = RequestProfile.of(StepKind.PYTHON, Duration.ofMillis(1));
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration LEAD_IN = Duration.ofMillis(400);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int USERS = 8;
    private static final int MAX_IN_FLIGHT = 4096;
    private static final long APART = 1_000_003;

    private final IntFunction<ServedSites> starter;
    private final LoadDriver computing = LoadDriver.embedded();
    private final LoadDriver asking = LoadDriver.embedded();
    private final ExecutorService asker =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    private final Map<Integer, ServedSites> sites = new HashMap<>();
    private final Map<Traffic, Double> capacities = new HashMap<>();

    /** Deployments, not started yet, that {@code starter} makes for a number of threads. */
    ServedDeployments(IntFunction<ServedSites> starter) {
        this.starter = starter;
    }

    @Override
    public double capacity(Traffic traffic) throws InterruptedException {
        Double known = capacities.get(traffic);
        if (known != null) {
            return known;
        }
        URI real = service(ProbeSide.REAL, traffic.threads());
        double measured = computing
                .drive(request(real, traffic.computeProfile(), users(), WARM_UP, 0))
                .throughput();
        capacities.put(traffic, measured);
        return measured;
    }

    /** The capacity, if it has been measured. */
    OptionalDouble known(Traffic traffic) {
        Double known = capacities.get(traffic);
        return known == null ? OptionalDouble.empty() : OptionalDouble.of(known);
    }

    @Override
    public Served drive(ProbeSide side, Traffic traffic, double rate, Duration window, long seed)
            throws InterruptedException {
        URI service = service(side, traffic.threads());
        LoadRequest status =
                request(service, traffic.statusProfile(), open(traffic.statusRate()), window, seed + APART);
        Future<Measurement> beside = asker.submit(() -> asking.drive(status));
        try {
            Measurement compute = computing.drive(request(service, traffic.computeProfile(), open(rate), window, seed));
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
        sites.values().forEach(ServedSites::close);
    }

    private URI service(ProbeSide side, int threads) throws InterruptedException {
        ServedSites known = sites.get(threads);
        return (known != null ? known : start(threads)).uri(side);
    }

    private ServedSites start(int threads) throws InterruptedException {
        ServedSites started = starter.apply(threads);
        sites.put(threads, started);
        started.start();
        for (ProbeSide each : ProbeSide.values()) {
            warmUp(started.uri(each));
        }
        return started;
    }

    private void warmUp(URI service) throws InterruptedException {
        try {
            for (RequestProfile profile : List.of(SHORT, Traffic.USUAL.statusProfile())) {
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
