package gilbench.cpython.validate;

import gilbench.bench.stats.Distribution;
import gilbench.cpython.probe.ProbeSide;
import java.time.Duration;

/** Equal deployments, one GIL behind an HTTP front, served by each side and driven over HTTP. Started when first needed. */
public interface ServedSides {
    /**
     * Requests of {@code /compute} per second that the real side completes when it is never idle; measured when first asked
     * for {@code traffic}.
     *
     * @throws gilbench.bench.runner.Machinery.MachineryException when a service cannot be started, or ends
     */
    double capacity(Traffic traffic) throws InterruptedException;

    /**
     * Sends requests of {@code /compute} and of {@code /status} and awaits their answers. Equal traffic, rates, windows
     * and seeds are equal arrivals, whatever the side.
     *
     * @param rate requests of {@code /compute} per second
     * @throws gilbench.bench.runner.Machinery.MachineryException as {@link #capacity}
     */
    Served drive(ProbeSide side, Traffic traffic, double rate, Duration window, long seed) throws InterruptedException;

    /**
     * What came back.
     *
     * @param throughput completed requests of {@code /compute} per second
     * @param status response times of {@code /status}
     */
    record Served(double throughput, Distribution status) {}
}
