package gilbench.cpython.validate;

import gilbench.cpython.probe.ProbeTask;
import gilbench.cpython.probe.ProbeThreads;
import gilbench.scenario.BoundException;
import java.time.Duration;

/** What a side carries out in one observation. */
public sealed interface ExperimentTask {
    /** The most processes of one side. */
    int MOST_PROCESSES = 8;

    /** Expected seconds of one observation, the start of its threads or its lead-in included. */
    double seconds();

    /**
     * A task that one or more processes carry out at once.
     *
     * @param processes 1 to 8
     */
    record OfThreads(int processes, ProbeTask task) implements ExperimentTask {
        /** Checks the bounds. */
        public OfThreads {
            checkProcesses(processes);
        }

        @Override
        public double seconds() {
            return ExperimentTask.seconds(task);
        }
    }

    /**
     * Pairs of short blocks back to back, each a task of one process and a task of several, so that what slows the machine for
     * longer than a block slows both; the order within a pair changes from one to the next.
     *
     * @param processes of {@code together}, 1 to 8; the one process of {@code alone} is the first of them
     * @param pairs 1 to 100
     */
    record OfPairs(ProbeTask alone, int processes, ProbeTask together, int pairs) implements ExperimentTask {
        private static final int MOST_PAIRS = 100;

        /** Checks the bounds. */
        public OfPairs {
            checkProcesses(processes);
            if (pairs < 1 || pairs > MOST_PAIRS) {
                throw new BoundException("pairs", Integer.toString(pairs), "must be between 1 and " + MOST_PAIRS);
            }
        }

        @Override
        public double seconds() {
            return pairs * (ExperimentTask.seconds(alone) + ExperimentTask.seconds(together));
        }
    }

    /**
     * Requests of {@code /status} beside requests of {@code /compute} over HTTP, for a window.
     *
     * @param traffic what they do
     * @param load requests of {@code /compute} as a share of the real side's capacity, above 0, at most 1
     * @param window above 0
     */
    record OfService(Traffic traffic, double load, Duration window) implements ExperimentTask {
        private static final double AROUND_THE_WINDOW = 0.6;

        /** Checks the bounds. */
        public OfService {
            if (!(load > 0 && load <= 1)) {
                throw new BoundException("load", Double.toString(load), "must be above 0 and at most 1");
            }
            if (!window.isPositive()) {
                throw new BoundException("window", window.toString(), "must be above 0");
            }
        }

        @Override
        public double seconds() {
            return window.toNanos() / 1e9 + AROUND_THE_WINDOW;
        }
    }

    private static double seconds(ProbeTask task) {
        int threads = task.threads().stream().mapToInt(ProbeThreads::count).sum();
        return task.window().toNanos() / 1e9 + 0.045 + threads * 0.0003;
    }

    private static void checkProcesses(int processes) {
        if (processes < 1 || processes > MOST_PROCESSES) {
            throw new BoundException(
                    "processes", Integer.toString(processes), "must be between 1 and " + MOST_PROCESSES);
        }
    }
}
