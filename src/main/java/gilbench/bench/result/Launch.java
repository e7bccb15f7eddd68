package gilbench.bench.result;

import gilbench.scenario.NamedDeployment;
import java.time.Duration;
import java.util.List;

/**
 * One start of one deployment in fresh processes.
 *
 * @param index its place in the run, from 0
 * @param startUp from starting the process until it answered
 * @param warmUp how long it was warmed up
 */
public record Launch(int index, NamedDeployment deployment, Duration startUp, Duration warmUp, List<Finding> findings) {
    /** Copies the list. */
    public Launch {
        findings = List.copyOf(findings);
    }
}
