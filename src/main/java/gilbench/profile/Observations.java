package gilbench.profile;

import java.util.List;
import java.util.Set;

/**
 * What was seen of a service.
 *
 * @param triples at least one
 * @param workers processes that listen where the requests went; empty when it cannot be told
 * @param programs names of the programs that those run which answered
 * @param cores processors that the service may use
 * @param glimpses of lone requests under way, at moments that are evenly spread over a request
 */
public record Observations(
        List<Triple> triples, Set<Long> workers, Set<String> programs, int cores, List<Glimpse> glimpses) {
    /** Copies the collections. */
    public Observations {
        triples = List.copyOf(triples);
        workers = Set.copyOf(workers);
        programs = Set.copyOf(programs);
        glimpses = List.copyOf(glimpses);
        if (triples.isEmpty()) {
            throw new IllegalArgumentException("triples: none, must be at least 1");
        }
    }
}
