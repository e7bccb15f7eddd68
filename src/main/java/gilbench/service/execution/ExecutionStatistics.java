package gilbench.service.execution;

import gilbench.service.gil.GilStatistics;
import gilbench.service.gil.StepTimes;
import java.util.List;

/**
 * A look at an execution.
 *
 * @param queued requests that wait for a thread, a worker or the loop
 * @param inFlight requests accepted and not yet answered, the queued ones included
 * @param gils counters of each interpreter's GIL, in the order of interpreters or workers
 * @param steps how long steps held each interpreter's GIL and waited for it, in the same order
 * @param workersUp worker processes that answer; 0 for models without
 * @param workersLost worker processes that ended unplanned, since the start
 * @param workersRestarted worker processes that were started in place of one that had ended
 */
public record ExecutionStatistics(
        int queued,
        int inFlight,
        List<GilStatistics> gils,
        List<StepTimes> steps,
        int workersUp,
        long workersLost,
        long workersRestarted) {
    /** Nothing going on and nothing counted. */
    public static final ExecutionStatistics NOTHING = new ExecutionStatistics(0, 0, List.of(), List.of(), 0, 0, 0);

    /** Copies the lists. */
    public ExecutionStatistics {
        gils = List.copyOf(gils);
        steps = List.copyOf(steps);
    }
}
