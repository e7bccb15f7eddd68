package gilbench.profile;

import gilbench.bench.stats.Estimate;
import java.util.List;
import java.util.Optional;

/**
 * What was found out about a service.
 *
 * @param serving what carries its requests out
 * @param workers its processes, at least 1
 * @param threads most threads of one process that were seen to serve
 * @param cost what a request costs that meets no other
 * @param crowded processor time of a request among two others, as a multiple of that of one that meets no other, above 0
 * @param gil what py-spy saw of the GIL, where it looked
 * @param remarks what a reader must know, a sentence each
 */
public record Diagnosis(
        Serving serving,
        int workers,
        int threads,
        Cost cost,
        double crowded,
        Optional<GilSample> gil,
        List<String> remarks) {
    /** Copies the remarks. */
    public Diagnosis {
        remarks = List.copyOf(remarks);
    }

    /** What can be told without py-spy. */
    Diagnosis(Serving serving, int workers, int threads, Cost cost, double crowded, List<String> remarks) {
        this(serving, workers, threads, cost, crowded, Optional.empty(), remarks);
    }

    /** The same in the light of what was seen of the GIL. */
    public Diagnosis weighed(Watched watched) {
        return GilEvidence.weighed(this, watched);
    }

    /** The same with so many calls without the GIL. */
    Diagnosis inCalls(Estimate calls) {
        return switch (cost) {
            case Cost.Separate separate ->
                new Diagnosis(serving, workers, threads, separate.inCalls(calls), crowded, gil, remarks);
            case Cost.Sum _ -> this;
        };
    }

    /** What a request costs among others, whose processors seldom rest. */
    public Cost costAmongOthers() {
        return cost.scaled(crowded);
    }
}
