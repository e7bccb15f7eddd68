package gilbench.bench.load;

import gilbench.bench.result.Finding;
import gilbench.bench.result.Measurement;
import gilbench.scenario.BoundException;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.Workload;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Sends requests to a service as a workload says and observes what comes back. One drive at a time. */
public interface LoadDriver extends AutoCloseable {
    /**
     * Drives {@code request} and returns what was observed in its window.
     *
     * @throws InterruptedException when interrupted; requests under way are given up
     */
    Measurement drive(LoadRequest request) throws InterruptedException;

    /**
     * Drives {@code request} and tells {@code leadInBegins}, once and on any thread, when the lead-in begins: the window opens a
     * lead-in later. A driver that needs time to start tells it then.
     */
    default Measurement drive(LoadRequest request, Runnable leadInBegins) throws InterruptedException {
        leadInBegins.run();
        return drive(request);
    }

    /** The driver for loads that nobody measures, such as a warm-up; closed with this one. */
    default LoadDriver unmeasured() {
        return this;
    }

    /** What it is, with its version, in a few words. */
    default String name() {
        return "the embedded driver";
    }

    /** What a reader must know of measurements of {@code workload} by this driver. */
    default List<Finding> remarks(Workload workload) {
        return List.of();
    }

    /**
     * Sends one request and checks its status, its body and its {@code Server-Timing}.
     *
     * @throws EndpointCheckException with what was wrong
     */
    void check(URI service, RequestProfile profile) throws InterruptedException, EndpointCheckException;

    /** A driver in this virtual machine. */
    static LoadDriver embedded() {
        return new EmbeddedDriver(Dialect.OURS);
    }

    /**
     * A driver in this virtual machine for a service that is not ours: it asks the address of a request as it stands, whatever
     * the profile, and takes a status of 200 to 299 for completed.
     */
    static LoadDriver embeddedForAnyService() {
        return new EmbeddedDriver(Dialect.ANY);
    }

    /**
     * A driver that starts k6 for each drive: from a folder of {@code path}, written as PATH is, or in a container where only
     * Docker is there. Empty when neither is there.
     */
    static Optional<LoadDriver> k6(String path) throws InterruptedException {
        Optional<K6Tool> tool = K6Tool.find(path);
        return tool.isPresent() ? Optional.of(new K6Driver(tool.get())) : Optional.empty();
    }

    /** A driver could not do its work; the message says why. */
    final class DriverException extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** A failure. */
        public DriverException(String message) {
            super(message);
        }
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
