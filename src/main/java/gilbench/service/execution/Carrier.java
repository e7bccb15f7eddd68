package gilbench.service.execution;

import gilbench.scenario.Calibration;
import gilbench.scenario.Deployment;
import gilbench.service.gil.GilStatistics;
import gilbench.service.gil.StepTimes;
import gilbench.service.interpreter.DelayPort;
import java.util.List;

/**
 * What carries requests out by one concurrency model: threads, a loop, or worker processes.
 *
 * <p>It ends each request that it accepts, however late; {@link Execution#of} adds the deadline and the bound on requests
 * in flight.
 */
public interface Carrier extends AutoCloseable {
    /**
     * The carrier within this process: threads, virtual threads or loops over one interpreter, or over several when
     * each has its own GIL. The share of one worker process is thread-per-request over one interpreter.
     */
    static Carrier inProcess(Deployment deployment, Calibration calibration, DelayPort delays) {
        return LaneCarrier.create(deployment, calibration, delays);
    }

    /**
     * Takes a request over, or leaves it untouched when as many as allowed are waiting already. Never blocks.
     *
     * @return whether it was taken over
     */
    boolean accept(Request request);

    /** Gives up the place of a request that ended while it was waiting for its turn. */
    void withdraw(Request request);

    /** Requests that wait for a thread, a worker or the loop. */
    int queued();

    /** Counters of each interpreter's GIL, in the order of interpreters or workers. */
    List<GilStatistics> gils();

    /** How long steps held each interpreter's GIL and waited for it, in the same order. */
    List<StepTimes> steps();

    /** Worker processes that answer; 0 for carriers without. */
    default int workersUp() {
        return 0;
    }

    /** Worker processes that ended unplanned. */
    default long workersLost() {
        return 0;
    }

    /** Worker processes that were started in place of one that had ended. */
    default long workersRestarted() {
        return 0;
    }

    /** Speed of the burner in each worker process, as a share of the calibrated speed; empty for carriers without. */
    default List<Double> workerSpeeds() throws InterruptedException {
        return List.of();
    }

    /** Stops; every accepted request must have ended. Threads that still carry an expired request are interrupted. */
    @Override
    void close();
}
