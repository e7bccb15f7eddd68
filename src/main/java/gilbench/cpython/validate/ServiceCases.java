package gilbench.cpython.validate;

import java.time.Duration;
import java.util.List;

/** The cases in which services answer over HTTP. */
final class ServiceCases {
    private static final String EXPERIMENT = "/status beside /compute over HTTP";
    private static final List<Metric> METRICS = List.of(
            Metric.rate("completed /compute/s"), Metric.meanResponse("/status"), Metric.medianResponse("/status"));

    private final Duration window;

    ServiceCases(ValidationExtent extent) {
        this.window = Duration.ofMillis(Math.round(1000 * extent.scale()));
    }

    /** At a load that is well below capacity. */
    ExperimentCase at(double load) {
        return served(load, METRICS);
    }

    /** At a load so high that the slower side's queue may grow: shown, and not judged. */
    ExperimentCase atTheKnee(double load) {
        return served(load, METRICS.stream().map(Metric::unjudged).toList());
    }

    private ExperimentCase served(double load, List<Metric> metrics) {
        return new ExperimentCase(
                EXPERIMENT, "at " + load + " of capacity", new ExperimentTask.OfService(load, window), metrics);
    }
}
