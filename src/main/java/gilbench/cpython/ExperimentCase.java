package gilbench.cpython;

import gilbench.scenario.BoundException;
import java.util.List;
import java.util.Optional;

/**
 * A task that real and simulated probes carry out, and the metrics by which they are compared.
 *
 * @param experiment the group in reports
 * @param name what distinguishes this one in it
 * @param processes how many processes carry the task out together, 1 to 8
 * @param baseline a task of one process that runs just before, for metrics that are ratios
 */
public record ExperimentCase(
        String experiment,
        String name,
        int processes,
        ProbeTask task,
        Optional<ProbeTask> baseline,
        List<Metric> metrics) {
    /** The most processes of one side. */
    public static final int MOST_PROCESSES = 8;

    /** Checks the bounds. */
    public ExperimentCase {
        metrics = List.copyOf(metrics);
        if (processes < 1 || processes > MOST_PROCESSES) {
            throw new BoundException(
                    "processes", Integer.toString(processes), "must be between 1 and " + MOST_PROCESSES);
        }
    }

    /** Experiment and name. */
    public String title() {
        return experiment + ": " + name;
    }

    /** Seconds that one observation takes, the start of its threads included. */
    double seconds() {
        return baseline.map(ExperimentCase::seconds).orElse(0.0) + seconds(task);
    }

    private static double seconds(ProbeTask task) {
        int threads = task.threads().stream().mapToInt(ProbeThreads::count).sum();
        return task.window().toNanos() / 1e9 + 0.08 + threads * 0.0003;
    }
}
