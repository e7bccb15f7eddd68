package gilbench.bench.result;

import gilbench.scenario.Arrangement;
import java.time.Duration;
import java.util.Map;

/**
 * One block of a program: how long its requests took in each arrangement, back to back.
 *
 * @param service elapsed time of the requests to the service
 * @param burners elapsed time of as many plain burners without any GIL or server; empty for profiles that wait
 */
public record Block(Map<Arrangement, Duration> service, Map<Arrangement, Duration> burners) {
    /** Copies the maps. */
    public Block {
        service = Map.copyOf(service);
        burners = Map.copyOf(burners);
    }
}
