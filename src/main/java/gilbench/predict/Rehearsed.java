package gilbench.predict;

import gilbench.bench.stats.Distribution;
import gilbench.bench.stats.Estimate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the threads of a rehearsal did; intervals are those over its replications.
 *
 * @param window virtual time that a replication observed: what was asked for, unless a bound on events cut it short
 * @param groups one for each of the actors, in their order
 * @param switches changes of the thread that holds the GIL, per second and process; 0 without GIL
 * @param slice median seconds between two such changes; empty when there were none
 */
public record Rehearsed(Duration window, List<Group> groups, Estimate switches, Optional<Estimate> slice) {
    /** Copies the list. */
    public Rehearsed {
        groups = List.copyOf(groups);
    }

    /**
     * What threads that do the same did, those of all processes together.
     *
     * @param cycles per second
     * @param luckiest share of the cycles that the thread with most of them has, the mean over the replications
     * @param unluckiest likewise of the thread with fewest
     * @param waits empty when no act released the GIL
     */
    public record Group(Estimate cycles, double luckiest, double unluckiest, Optional<Waits> waits) {}

    /**
     * How much longer than its own length each act took that released the GIL, in seconds: the wait for the GIL, and what the
     * machine adds before.
     *
     * @param all of all replications
     * @param mean over replications
     * @param median over replications
     */
    public record Waits(Distribution all, Estimate mean, Estimate median) {}
}
