package gilbench.bench.runner;

import gilbench.scenario.NamedDeployment;
import gilbench.scenario.RequestProfile;
import java.time.Duration;
import java.util.List;

/**
 * A launch as a schedule foresees it.
 *
 * @param index its place in the run, from 0
 * @param trials in the order in which they are made
 * @param overhead how long everything but the trials is expected to take: start, checks, warm-up, stop
 */
public record PlannedLaunch(int index, NamedDeployment deployment, List<PlannedTrial> trials, Duration overhead) {
    /** Copies the list. */
    public PlannedLaunch {
        trials = List.copyOf(trials);
    }

    /** How long it is expected to take. */
    public Duration expected() {
        return expected(trials);
    }

    /** How long it is expected to take with these of its trials alone; nothing when there are none. */
    Duration expected(List<PlannedTrial> some) {
        return some.isEmpty()
                ? Duration.ZERO
                : some.stream().map(PlannedTrial::expected).reduce(overhead, Duration::plus);
    }

    /** The distinct request profiles of its trials. */
    List<RequestProfile> profiles() {
        return trials.stream()
                .map(trial -> trial.experiment().profile())
                .distinct()
                .toList();
    }

    /** Whether plain burners are timed beside it: it has a program of nothing but processor time. */
    boolean needsBurners() {
        return trials.stream().anyMatch(Expectation::comparedWithBurners);
    }
}
