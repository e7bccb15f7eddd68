package gilbench.predict;

import gilbench.scenario.BoundException;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Interpreter;
import gilbench.scenario.MachineTimes;
import gilbench.scenario.Objective;
import gilbench.scenario.Workload;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;

/**
 * The smallest deployments that meet an objective, for each concurrency model and interpreter that was asked for.
 *
 * @param options one for each model and interpreter, in the order of the question
 */
public record Sizing(List<Option> options) {
    private static final List<Double> QUANTILES = List.of(0.5, 0.9, 0.95, 0.99);

    /** Copies the list. */
    public Sizing {
        options = List.copyOf(options);
    }

    /**
     * What is asked.
     *
     * @param workers numbers of workers or interpreters to try, ascending
     * @param threads numbers of threads to try, ascending
     * @param queue most requests that wait
     */
    public record Question(
            Mix mix,
            Workload workload,
            Objective objective,
            List<ConcurrencyModel> models,
            List<Interpreter> interpreters,
            List<Integer> workers,
            List<Integer> threads,
            int cores,
            int queue,
            int maxInFlight,
            Duration deadline,
            MachineTimes times,
            Sharing sharing,
            WorkerLife life,
            long seed) {
        /** Checks that there is something to try, and that the objective's percentile is one that is predicted. */
        public Question {
            models = List.copyOf(models);
            interpreters = List.copyOf(interpreters);
            workers = List.copyOf(workers);
            threads = List.copyOf(threads);
            if (!QUANTILES.contains(objective.quantile())) {
                throw new BoundException(
                        "objective",
                        "p"
                                + BigDecimal.valueOf(objective.quantile())
                                        .movePointRight(2)
                                        .stripTrailingZeros()
                                        .toPlainString(),
                        "must be about p50, p90, p95 or p99");
            }
            if (models.isEmpty() || interpreters.isEmpty() || workers.isEmpty() || threads.isEmpty()) {
                throw new BoundException("deployments", "none", "must be at least one");
            }
        }
    }

    /**
     * One model under one interpreter.
     *
     * @param smallest the fewest workers, and with these the fewest threads, that meet the objective
     * @param binding which resource binds there, or why nothing meets the objective
     * @param grid every deployment tried, by workers, then threads
     */
    public record Option(
            ConcurrencyModel model, Interpreter interpreter, Optional<Fit> smallest, String binding, List<Tried> grid) {
        /** Copies the list. */
        public Option {
            grid = List.copyOf(grid);
        }
    }

    /**
     * A deployment that meets the objective.
     *
     * @param headroom share of the binding resource that is left
     */
    public record Fit(Prediction prediction, double headroom) {}

    /**
     * A deployment that was looked at.
     *
     * @param seconds the percentile of the objective; absent where the load is beyond a closed-form bound
     */
    public record Tried(int workers, int threads, OptionalDouble seconds, Answer answer) {}

    /** Whether a deployment meets the objective. */
    public enum Answer {
        /** The interval of the percentile lies within the bound, and so do the errors. */
        MEETS,
        /** It does not. */
        MISSES,
        /** The load is beyond its capacity. */
        SATURATED
    }

    /**
     * Searches.
     *
     * @param progress told now and then which share is done
     */
    public static Sizing search(Question question, DoubleConsumer progress) {
        return new SizeSearch(question, progress).search();
    }

    /** Whether any deployment meets the objective. */
    public boolean met() {
        return options.stream().anyMatch(option -> option.smallest().isPresent());
    }
}
