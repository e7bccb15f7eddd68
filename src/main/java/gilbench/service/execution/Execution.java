package gilbench.service.execution;

import gilbench.scenario.Calibration;
import gilbench.scenario.Deployment;
import gilbench.scenario.RequestProfile;
import gilbench.service.interpreter.DelayPort;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A concurrency model at work: accepts requests from any thread, never blocks the caller, and ends every accepted
 * request with exactly one answer.
 */
public interface Execution extends AutoCloseable {
    /** {@code carrier} with the deadline and the bound on requests in flight of {@code deployment}. */
    static Execution of(Carrier carrier, Deployment deployment, Calibration calibration) {
        return new BoundedExecution(carrier, deployment, calibration);
    }

    /** Thread-per-request, virtual threads or event loop, as {@code deployment} says, in this process. */
    static Execution inProcess(Deployment deployment, Calibration calibration, DelayPort delays) {
        return of(Carrier.inProcess(deployment, calibration, delays), deployment, calibration);
    }

    /**
     * Hands over a request.
     *
     * @return completes normally with every outcome, never exceptionally; may complete on any thread
     */
    CompletableFuture<Answer> submit(RequestProfile profile);

    /** What is going on now and the counters so far. */
    ExecutionStatistics statistics();

    /**
     * Measures the burner in each process now, which takes about 50 ms of processor time each.
     *
     * @return speed as a share of the calibrated speed, the service's own process first, then the workers
     */
    List<Double> burnerSpeeds() throws InterruptedException;

    /** Accepts nothing more (later requests are rejected), lets accepted requests end, and frees everything. */
    @Override
    void close();
}
