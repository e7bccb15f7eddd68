package gilbench.service.execution;

import gilbench.service.gil.GilStatistics;
import java.util.List;

/**
 * A look at an execution.
 *
 * @param queued requests that wait for a thread, a worker or the loop
 * @param inFlight requests accepted and not yet answered, the queued ones included
 * @param gils counters of each interpreter's GIL, in the order of interpreters or workers
 * @param workersUp worker processes that answer; 0 for models without
 * @param workersLost worker processes that ended unplanned, since the start
 */
public record ExecutionStatistics(int queued, int inFlight, List<GilStatistics> gils, int workersUp, long workersLost) {
    /** Copies the list. */
    public ExecutionStatistics {
        gils = List.copyOf(gils);
    }
}
