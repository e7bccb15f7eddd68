package gilbench.bench.runner;

import gilbench.scenario.Experiment;
import gilbench.scenario.NamedDeployment;
import gilbench.scenario.Plan;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.Step;
import gilbench.scenario.StepKind;
import gilbench.scenario.Workload;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a plan asks of the delay service.
 *
 * @param delays every delay, those of the warm-up included
 * @param highest the delay that is asked for most often, with its rate; empty when nothing waits
 */
record IoDemand(Set<Duration> delays, Optional<DelayGate.Demand> highest) {
    /** The demand of all experiments on all deployments. */
    static IoDemand of(Plan plan, Capacities capacities) {
        Set<Duration> delays = new TreeSet<>();
        for (Experiment experiment : plan.experiments()) {
            delays.addAll(delays(experiment.profile()));
            delays.addAll(delays(WarmingUp.shortened(experiment.profile())));
        }
        return new IoDemand(
                delays,
                plan.experiments().stream()
                        .flatMap(experiment -> demand(plan, experiment, capacities))
                        .max(Comparator.comparingDouble(DelayGate.Demand::rate)));
    }

    private static List<Duration> delays(RequestProfile profile) {
        return profile.steps().stream()
                .filter(step -> step.kind() == StepKind.IO)
                .map(Step::duration)
                .toList();
    }

    private static Stream<DelayGate.Demand> demand(Plan plan, Experiment experiment, Capacities capacities) {
        List<Duration> delays = delays(experiment.profile());
        return delays.isEmpty()
                ? Stream.empty()
                : plan.deployments().stream()
                        .map(deployment -> new DelayGate.Demand(
                                delays.getFirst(), delays.size() * rate(deployment, experiment, capacities)));
    }

    private static double rate(NamedDeployment deployment, Experiment experiment, Capacities capacities) {
        return switch (experiment) {
            case Experiment.Program program -> program.requests() / seconds(program.profile());
            case Experiment.Load load ->
                LoadPoint.of(load.points()).stream()
                        .mapToDouble(point ->
                                rate(capacities.offer(deployment, load, point).workload(), load.profile()))
                        .max()
                        .orElseThrow();
        };
    }

    /** At most what is offered: users wait at least the profile's own time. */
    private static double rate(Workload workload, RequestProfile profile) {
        return switch (workload) {
            case Workload.Open open -> open.rate();
            case Workload.Closed closed ->
                closed.users() / (seconds(profile) + closed.thinkTime().toNanos() / 1e9);
        };
    }

    private static double seconds(RequestProfile profile) {
        return Math.max(1e-3, profile.ideal().toNanos() / 1e9);
    }
}
