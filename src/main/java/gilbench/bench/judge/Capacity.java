package gilbench.bench.judge;

import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Defaults;
import gilbench.scenario.Deployment;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.StepKind;
import java.time.Duration;

/**
 * The most requests per second that a deployment can complete: the least of what its GILs, its processors and its threads
 * allow.
 *
 * <p>With G seconds of GIL-held CPU, R of released CPU and W of waiting in a request, P processes or interpreters with a GIL
 * of their own, N threads each and K processors: {@code X ≤ min(P/G, K/(G+R), P·N/(G+R+W))}; without a GIL there is no first
 * bound and G grows by the interpreter's overhead. K is the least of the deployment's processors and the parallel speed-up
 * that the machine showed. One event loop runs one request at a time between waits, so that P loops add {@code P/(G+R)}.
 *
 * <p>Virtual threads and event loops have no bound by threads; for them N is that of thread-per-request by default, so that
 * shares of capacity mean the same rates for all models of an interpreter wherever threads are the bound.
 */
public final class Capacity {
    /** The highest rate that a share of a capacity is turned into, 1/s: a profile of almost no demand has no useful capacity. */
    public static final double MAX_RATE = 2000;

    private Capacity() {}

    /**
     * The capacity in requests per second, at most {@link #MAX_RATE}.
     *
     * @param parallelSpeedup of plain burners on this machine, one for each processor of the deployment: above 0
     */
    public static double of(Deployment deployment, RequestProfile profile, double parallelSpeedup) {
        double held = seconds(profile.gilHeld()) * deployment.interpreter().overhead();
        double cpu = held + seconds(profile.sum(StepKind.NATIVE));
        double whole = cpu + seconds(profile.sum(StepKind.IO));
        double lanes = deployment.workers();
        double capacity =
                Math.min(Math.min(deployment.cores(), parallelSpeedup) / cpu, lanes * threads(deployment) / whole);
        if (deployment.interpreter().kind() != InterpreterKind.FREE_THREADED) {
            capacity = Math.min(capacity, lanes / held);
        }
        if (deployment.model() == ConcurrencyModel.EVENT_LOOP) {
            capacity = Math.min(capacity, lanes / cpu);
        }
        return Math.min(capacity, MAX_RATE);
    }

    private static int threads(Deployment deployment) {
        return deployment.threadBound() ? deployment.threads() : Defaults.THREADS;
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
