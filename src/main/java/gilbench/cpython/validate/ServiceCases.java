package gilbench.cpython.validate;

import java.time.Duration;
import java.util.List;

/** The cases in which services answer over HTTP. */
final class ServiceCases {
    private static final String EXPERIMENT = "/status beside /compute over HTTP";
    private static final List<Metric> METRICS = List.of(
            Metric.rate("completed /compute/s"), Metric.meanResponse("/status"), Metric.medianResponse("/status"));

    private static final Duration LEAST_WINDOW = Duration.ofSeconds(1);

    /** Fewer are counted too coarsely. */
    private static final int FEWEST_COMPUTES = 15;

    private final ValidationExtent extent;

    ServiceCases(ValidationExtent extent) {
        this.extent = extent;
    }

    /** The usual traffic at a load that is well below capacity. */
    ExperimentCase at(double load) {
        return served(Traffic.USUAL, load, METRICS);
    }

    /** The usual traffic at a load so high that the slower side's queue may grow: shown, and not judged. */
    ExperimentCase atTheKnee(double load) {
        return served(
                Traffic.USUAL, load, METRICS.stream().map(Metric::unjudged).toList());
    }

    /** Other traffic at a load that is well below capacity. */
    ExperimentCase of(Traffic traffic, double load) {
        return served(traffic, load, METRICS);
    }

    private ExperimentCase served(Traffic traffic, double load, List<Metric> metrics) {
        return new ExperimentCase(
                EXPERIMENT,
                "at " + load + " of capacity" + traffic.text(),
                new ExperimentTask.OfService(traffic, load, window(traffic, load)),
                metrics);
    }

    private Duration window(Traffic traffic, double load) {
        double seconds = Math.max(
                LEAST_WINDOW.toNanos() / 1e9,
                FEWEST_COMPUTES * (traffic.compute().toNanos() / 1e9) / load);
        return Duration.ofMillis(Math.round(1000 * seconds * extent.scale()));
    }
}
