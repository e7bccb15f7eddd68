package gilbench.bench.runner;

import gilbench.bench.arrival.Sending;
import gilbench.bench.result.Trial.LoadTrial;
import gilbench.scenario.Experiment;
import gilbench.scenario.Plan;
import gilbench.scenario.Workload;
import java.util.Optional;

/** Which arrivals the trials of a plan have. */
public final class Sendings {
    private Sendings() {}

    /** The seed of the arrivals of the trial at a place in the order of the run: a sequence of its own for each. */
    static long seed(Plan plan, int order) {
        return plan.seed() + order;
    }

    /**
     * What the embedded driver sent in {@code trial}. Empty for a closed workload, and where the number of requests that were
     * due is another one, so that the arrivals were others.
     */
    public static Optional<Sending> of(Plan plan, LoadTrial trial) {
        return trial.measurement().workload() instanceof Workload.Open open
                ? load(plan, trial)
                        .map(load -> new Sending(
                                open,
                                seed(plan, trial.order()),
                                LoadTrials.leadIn(load),
                                trial.measurement().window()))
                        .filter(sending -> sending.due() == trial.measurement().due())
                : Optional.empty();
    }

    private static Optional<Experiment.Load> load(Plan plan, LoadTrial trial) {
        return plan.experiments().stream()
                .filter(each -> each.name().equals(trial.cell().experiment()))
                .filter(Experiment.Load.class::isInstance)
                .map(Experiment.Load.class::cast)
                .findFirst();
    }
}
