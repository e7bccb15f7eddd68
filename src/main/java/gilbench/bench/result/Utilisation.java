package gilbench.bench.result;

import gilbench.bench.stats.Estimate;
import java.util.List;

/**
 * How busy everything was in a window.
 *
 * @param cores share of all processors that was busy
 * @param gils share of the time that each GIL was held, in the order of the workers; empty without a GIL
 * @param inFlight time-weighted mean number of requests between intended start and end
 */
public record Utilisation(Estimate cores, List<Estimate> gils, Estimate inFlight) {
    /** Copies the list. */
    public Utilisation {
        gils = List.copyOf(gils);
    }
}
