package gilbench.predict;

import gilbench.bench.arrival.Sending;
import gilbench.scenario.BoundException;
import gilbench.scenario.Workload;
import java.util.List;

/**
 * A scenario under the arrivals that were sent to a real service, for comparison with what was measured there.
 *
 * <p>A replication has every sending, each with its lead-in before an empty deployment, and pools their windows as a measurement
 * pools its trials: counts and distributions are added up. The arrivals are the same in all replications, all else that is random
 * is not. Intervals are therefore over all else: they are narrower than those of a prediction of any such load, and say nothing
 * about other arrivals.
 *
 * @param scenario with an open workload without a ramp; its seed is that of all else
 * @param sendings what was sent, at least one
 */
public record Replay(Scenario scenario, List<Sending> sendings) {
    /** Checks the bounds. */
    public Replay {
        sendings = List.copyOf(sendings);
        if (sendings.isEmpty()) {
            throw new BoundException("sendings", "0", "must be at least 1");
        }
        if (!(scenario.workload() instanceof Workload.Open) || scenario.ramp().isPresent()) {
            throw new BoundException("workload", scenario.workload().toString(), "must be open, at one rate");
        }
    }

    /** The most replications for which the requests of the effort suffice, 0 to 1000. */
    int replications() {
        double arrivals = sendings.stream().mapToDouble(Sending::expected).sum();
        return (int) Math.clamp(scenario.effort().requests() / Math.max(1, arrivals), 0, Rounds.MOST_REPLICATIONS);
    }
}
