package gilbench.bench.runner;

import gilbench.bench.judge.Capacity;
import gilbench.bench.result.Trial;
import gilbench.bench.result.Trial.LoadTrial;
import gilbench.scenario.Experiment;
import gilbench.scenario.NamedDeployment;
import gilbench.scenario.Workload;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The capacity of each deployment for each request profile, in requests per second.
 *
 * <p>A run that is resumed measures the machine anew. So that the trials of one cell all have the same rate, what the kept
 * trials of a deployment and an experiment were offered goes before what would be computed now.
 */
final class Capacities {
    private final List<Trial> kept;
    private final OptionalDouble speedup;

    /** Capacities on a machine of this parallel speed-up; unknown where it is empty and matters. */
    Capacities(List<Trial> kept, OptionalDouble speedup) {
        this.kept = List.copyOf(kept);
        this.speedup = speedup;
    }

    OptionalDouble of(NamedDeployment deployment, Experiment.Load load) {
        OptionalDouble offered = offered(deployment, load);
        if (offered.isPresent()) {
            return offered;
        }
        return speedup.isPresent()
                ? OptionalDouble.of(Capacity.of(deployment.deployment(), load.profile(), speedup.getAsDouble()))
                : OptionalDouble.empty();
    }

    /** The workload of a point and its share of the capacity. */
    Offer offer(NamedDeployment deployment, Experiment.Load load, LoadPoint point) {
        OptionalDouble capacity = of(deployment, load);
        return switch (point) {
            case LoadPoint.OfCapacity(var pattern, double share) ->
                new Offer(new Workload.Open(pattern, share * capacity.orElseThrow()), OptionalDouble.of(share));
            case LoadPoint.Fixed(Workload workload) -> new Offer(workload, share(workload, capacity));
        };
    }

    /** What a point offers. */
    record Offer(Workload workload, OptionalDouble share) {}

    private static OptionalDouble share(Workload workload, OptionalDouble capacity) {
        return workload instanceof Workload.Open open && capacity.isPresent()
                ? OptionalDouble.of(open.rate() / capacity.getAsDouble())
                : OptionalDouble.empty();
    }

    private OptionalDouble offered(NamedDeployment deployment, Experiment.Load load) {
        for (Trial trial : kept) {
            if (trial instanceof LoadTrial seen
                    && seen.cell().deployment().equals(deployment.name())
                    && seen.cell().experiment().equals(load.name())
                    && seen.measurement().workload() instanceof Workload.Open open
                    && seen.capacityShare().isPresent()) {
                return OptionalDouble.of(open.rate() / seen.capacityShare().getAsDouble());
            }
        }
        return OptionalDouble.empty();
    }
}
