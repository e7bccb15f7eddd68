package gilbench.profile;

import java.util.List;

/**
 * What was found out about a service.
 *
 * @param serving what carries its requests out
 * @param workers its processes, at least 1
 * @param threads most threads of one process that were seen to serve
 * @param cost what one request costs
 * @param remarks what a reader must know, a sentence each
 */
public record Diagnosis(Serving serving, int workers, int threads, Cost cost, List<String> remarks) {
    /** Copies the remarks. */
    public Diagnosis {
        remarks = List.copyOf(remarks);
    }
}
