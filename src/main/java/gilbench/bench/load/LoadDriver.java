package gilbench.bench.load;

import gilbench.bench.result.Measurement;
import gilbench.scenario.BoundException;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.Workload;
import java.net.URI;
import java.time.Duration;

/** Sends requests to a service as a workload says and observes what comes back. One drive at a time. */
public interface LoadDriver extends AutoCloseable {
    /**
     * Drives {@code request} and returns what was observed in its window.
     *
     * @throws InterruptedException when interrupted; requests under way are given up
     */
    Measurement drive(LoadRequest request) throws InterruptedException;

    /**
     * Sends one request and checks its status, its body and its {@code Server-Timing}.
     *
     * @throws EndpointCheckException with what was wrong
     */
    void check(URI service, RequestProfile profile) throws InterruptedException, EndpointCheckException;

    /** A driver in this virtual machine. */
    static LoadDriver embedded() {
        return new EmbeddedDriver();
    }

    /** Closes all connections. */
    @Override
    void close();

    /**
     * What to send.
     *
     * @param leadIn load before the window opens, not observed; without meaning for a closed workload with a number of
     *     requests each
     * @param window how long to observe; a closed workload with a number of requests each ends when they have ended, and
     *     its window is what they took
     * @param seed of Poisson arrivals
     * @param maxInFlight most requests in flight, at least 1 or the number of users; a request due beyond it is dropped
     * @param timeout how long to wait for an answer
     */
    record LoadRequest(
            URI service,
            RequestProfile profile,
            Workload workload,
            Duration leadIn,
            Duration window,
            long seed,
            int maxInFlight,
            Duration timeout) {
        /** Checks the bounds. */
        public LoadRequest {
            if (leadIn.isNegative()) {
                throw new BoundException("lead-in", leadIn.toString(), "must not be negative");
            }
            if (!window.isPositive()) {
                throw new BoundException("window", window.toString(), "must be above 0");
            }
            if (!timeout.isPositive()) {
                throw new BoundException("timeout", timeout.toString(), "must be above 0");
            }
            int least = workload instanceof Workload.Closed closed ? closed.users() : 1;
            if (maxInFlight < least) {
                throw new BoundException("max-in-flight", Integer.toString(maxInFlight), "must be at least " + least);
            }
        }
    }
}
