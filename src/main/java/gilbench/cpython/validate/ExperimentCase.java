package gilbench.cpython.validate;

import gilbench.cpython.probe.ProbeSide;
import java.util.List;

/**
 * A task that every side carries out, and the metrics by which the sides are compared.
 *
 * @param experiment the group in reports
 * @param name what distinguishes this one in it
 */
public record ExperimentCase(String experiment, String name, ExperimentTask task, List<Metric> metrics) {
    /** Makes the list immutable. */
    public ExperimentCase {
        metrics = List.copyOf(metrics);
    }

    /** Experiment and name. */
    public String title() {
        return experiment + ": " + name;
    }

    /** Expected seconds of one repetition, in which every side has its turn. */
    double seconds() {
        return task.seconds() * ProbeSide.values().length;
    }
}
