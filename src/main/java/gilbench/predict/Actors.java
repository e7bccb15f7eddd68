package gilbench.predict;

import gilbench.scenario.BoundException;
import gilbench.scenario.RequestProfile;
import java.util.List;

/**
 * Threads of one process that all repeat the same acts for ever, and release the GIL nowhere but in the acts that do.
 *
 * @param acts of one cycle, at least one that takes any time
 * @param count how many threads in each process, 1 to 4096
 */
public record Actors(List<Act> acts, int count) {
    private static final int MOST = 4096;

    /** Checks the bounds. */
    public Actors {
        acts = List.copyOf(acts);
        if (acts.stream().allMatch(act -> act.most().isZero())) {
            throw new BoundException("acts", acts.toString(), "must have one that is longer than 0");
        }
        if (count < 1 || count > MOST) {
            throw new BoundException("count", Integer.toString(count), "must be between 1 and " + MOST);
        }
    }

    /** Threads that repeat the steps of a request. */
    public Actors(RequestProfile profile, int count) {
        this(profile.steps().stream().map(Act::of).toList(), count);
    }
}
