package gilbench.cli;

import gilbench.bench.load.LoadDriver;
import gilbench.bench.load.LoadDriver.LoadRequest;
import gilbench.bench.result.End;
import gilbench.bench.result.Measurement;
import gilbench.bench.runner.Machinery.DelayService;
import gilbench.bench.runner.Machinery.MachineryException;
import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.Calibration;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Defaults;
import gilbench.scenario.Deployment;
import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.PythonRuntime;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.Step;
import gilbench.scenario.StepKind;
import gilbench.scenario.Workload;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** A service of CPython in processes of its own, with load enough to see what a request costs besides its steps. */
final class CalibratedService implements AutoCloseable {
    static final int USERS = 8;
    static final double RATE = 50;
    static final Duration DELAY = Duration.ofMillis(1);
    static final Duration PYTHON = Duration.ofMillis(5);

    private static final Step WAIT = new Step(StepKind.IO, DELAY);
    private static final RequestProfile SHORT = new RequestProfile(List.of(WAIT));

    /** A quarter of what a GIL has, at 50 requests/s, of which few come soon after another. */
    private static final RequestProfile USUAL = new RequestProfile(List.of(new Step(StepKind.PYTHON, PYTHON), WAIT));

    /** Requests of each user, so many that the work of the compilers is no part of what is observed. */
    private static final int WARM_UP = 600;

    private static final int DENSE_REQUESTS = 150;
    private static final int MOST_IN_FLIGHT = 64;
    /** Of the usual load; the dense one ends with its requests. */
    private static final Duration WINDOW = Duration.ofSeconds(7);

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final double ALMOST_ALL = 0.99;

    /** Workers of CPython know their own speed. */
    private static final Calibration NOMINAL = new Calibration(1e9);

    private final DelayService delays;
    private final ServiceProcess service;
    private final LoadDriver driver = LoadDriver.embedded();

    private CalibratedService(DelayService delays, ServiceProcess service) {
        this.delays = delays;
        this.service = service;
    }

    /**
     * Starts it and lets it run warm.
     *
     * @throws MachineryException when a process cannot be started
     */
    static CalibratedService start(ProcessMachinery machinery, InterpreterKind kind) throws InterruptedException {
        DelayService delays = machinery.startDelayService();
        try {
            delays.register(List.of(DELAY));
            CalibratedService started =
                    new CalibratedService(delays, machinery.startService(deployment(kind), NOMINAL, delays.uri()));
            started.drive(SHORT, users(WARM_UP));
            return started;
        } catch (InterruptedException | RuntimeException e) {
            delays.close();
            throw e;
        }
    }

    private static Deployment deployment(InterpreterKind kind) {
        return new Deployment(
                ConcurrencyModel.THREAD_PER_REQUEST,
                Interpreter.of(kind),
                1,
                USERS,
                Defaults.QUEUE,
                Defaults.MAX_IN_FLIGHT,
                Runtime.getRuntime().availableProcessors(),
                Defaults.DEADLINE,
                PythonRuntime.CPYTHON);
    }

    /**
     * Observes it once under a usual and a dense load.
     *
     * @throws MachineryException when it does not answer as it should
     */
    RequestCosts observe() throws InterruptedException {
        RequestCosts.Seen dense = observe(SHORT, users(DENSE_REQUESTS));
        return RequestCosts.of(observe(USUAL, new Workload.Open(ArrivalPattern.POISSON, RATE)), dense);
    }

    private static Workload users(int requestsEach) {
        return new Workload.Closed(USERS, OptionalInt.of(requestsEach), Duration.ZERO);
    }

    private RequestCosts.Seen observe(RequestProfile profile, Workload workload) throws InterruptedException {
        Duration front = service.frontCpu();
        Duration delay = delays.cpu();
        Measurement seen = drive(profile, workload);
        return RequestCosts.Seen.ofEach(
                seen.ended(),
                seen.throughput(),
                service.frontCpu().minus(front),
                seen.generatorCpu(),
                delays.cpu().minus(delay));
    }

    private Measurement drive(RequestProfile profile, Workload workload) throws InterruptedException {
        Measurement seen = driver.drive(new LoadRequest(
                service.uri(), profile, workload, Duration.ZERO, WINDOW, Defaults.SEED, MOST_IN_FLIGHT, PATIENCE));
        if (seen.ended(End.COMPLETED) == 0 || seen.ended(End.COMPLETED) < ALMOST_ALL * seen.ended()) {
            throw new MachineryException("the service did not complete what it was asked: " + seen.ends());
        }
        return seen;
    }

    @Override
    public void close() {
        driver.close();
        service.close();
        delays.close();
    }
}
