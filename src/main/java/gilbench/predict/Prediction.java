package gilbench.predict;

import gilbench.bench.result.Finding;
import gilbench.bench.result.MeanBudget;
import gilbench.bench.stats.Estimate;
import java.time.Duration;
import java.util.List;

/**
 * What a deployment would do.
 *
 * @param bounds the closed-form bounds on its throughput
 * @param window virtual time that each replication observed
 * @param requests completed in all windows
 * @param offered requests per second that arrive, or that users make
 * @param throughput completed requests per second
 * @param responseTime of all requests that were not rejected; those whose deadline passed count with the deadline
 * @param completedResponseTime of completed requests
 * @param byPart the same for each part of the mix, in its order
 * @param budget where the time of a completed request goes
 * @param cores share of the cores that is busy
 * @param gils share of the time that each GIL is held; empty without GIL
 * @param inFlight mean number of requests between arrival and end
 * @param mostInFlight the largest number
 * @param mostInGroup the largest number of requests that one worker or interpreter had taken over
 * @param rejected share of the requests that is turned away
 * @param expired share of the requests whose deadline passes
 * @param lost share of the requests that end with their worker
 * @param cpuPerRequest processor seconds of the service and its workers per completed request
 */
public record Prediction(
        Scenario scenario,
        Bounds bounds,
        Load load,
        Duration window,
        long requests,
        double offered,
        Estimate throughput,
        ResponseTimes responseTime,
        ResponseTimes completedResponseTime,
        List<ResponseTimes> byPart,
        MeanBudget budget,
        Estimate cores,
        List<Estimate> gils,
        Estimate inFlight,
        long mostInFlight,
        int mostInGroup,
        Estimate rejected,
        Estimate expired,
        Estimate lost,
        Estimate cpuPerRequest,
        List<Finding> findings) {
    /** Copies the lists. */
    public Prediction {
        byPart = List.copyOf(byPart);
        gils = List.copyOf(gils);
        findings = List.copyOf(findings);
    }

    /** Whether there is a steady state. */
    public enum Load {
        /** The numbers are those of the steady state. */
        STEADY,

        /** The rate changes all the time: the numbers are those of the whole ramp. */
        RAMP,

        /** The queue grows without bound, or until requests are turned away: response times are lower bounds. */
        SATURATED
    }

    /** Which resource binds, and what is left of it where the load is highest, as a sentence without its full stop. */
    public String binding() {
        return bounds.sentence(scenario.busiest()) + (scenario.ramp().isPresent() ? " where the rate is highest" : "");
    }

    /** Share of requests that do not complete. */
    public double errors() {
        return rejected.value() + expired.value() + lost.value();
    }
}
