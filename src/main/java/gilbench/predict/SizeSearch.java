package gilbench.predict;

import gilbench.bench.stats.Estimate;
import gilbench.predict.Sizing.Answer;
import gilbench.predict.Sizing.Fit;
import gilbench.predict.Sizing.Option;
import gilbench.predict.Sizing.Question;
import gilbench.predict.Sizing.Tried;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Deployment;
import gilbench.scenario.Interpreter;
import gilbench.scenario.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;

/**
 * Tries deployments of growing size, each in a short simulation, and confirms the smallest that meets the objective in a long
 * one.
 *
 * <p>Two things save work without guessing: a load beyond a closed-form bound needs no simulation, and where no worker ever
 * had as many requests as threads, more threads change nothing.
 */
final class SizeSearch {
    private static final Effort SHORT = new Effort(8, 0.05, 24_000, 480_000);
    private static final Effort LONG = new Effort(10, 0.01, 1_000_000, 20_000_000);
    private static final long MOST_OF_LIVES = 50_000_000;
    private static final long EVENTS_PER_REQUEST = 20;
    private static final int CONFIRMATIONS = 4;

    private final Question question;
    private final DoubleConsumer progress;
    private final int rows;
    private final Effort brief;
    private int done;

    SizeSearch(Question question, DoubleConsumer progress) {
        this.question = question;
        this.progress = progress;
        this.rows = question.models().stream()
                .mapToInt(model -> question.interpreters().stream()
                        .mapToInt(interpreter -> workers(model, interpreter).size())
                        .sum())
                .sum();
        this.brief = brief();
    }

    Sizing search() {
        List<Option> options = new ArrayList<>();
        for (ConcurrencyModel model : question.models()) {
            for (Interpreter interpreter : question.interpreters()) {
                options.add(option(model, interpreter));
            }
        }
        return new Sizing(options);
    }

    private Option option(ConcurrencyModel model, Interpreter interpreter) {
        List<Tried> grid = new ArrayList<>();
        for (int workers : workers(model, interpreter)) {
            grid.addAll(row(model, interpreter, workers));
            done++;
            progress.accept(done / (double) rows);
        }
        Optional<Fit> smallest = confirmed(model, interpreter, grid);
        return new Option(
                model,
                interpreter,
                smallest,
                smallest.map(fit -> fit.prediction().bounds().sentence(question.workload()))
                        .orElseGet(() -> reason(model, interpreter, grid)),
                grid);
    }

    private List<Integer> workers(ConcurrencyModel model, Interpreter interpreter) {
        return Deployment.canHaveWorkers(model, interpreter.kind()) ? question.workers() : List.of(1);
    }

    private List<Integer> threads(ConcurrencyModel model) {
        return switch (model) {
            case THREAD_PER_REQUEST, WORKER_PROCESSES -> question.threads();
            case VIRTUAL_THREADS, EVENT_LOOP -> List.of(1);
        };
    }

    private List<Tried> row(ConcurrencyModel model, Interpreter interpreter, int workers) {
        List<Integer> threads = threads(model);
        List<Tried> row = new ArrayList<>();
        Optional<Prediction> unbounded = Optional.empty();
        for (int i = threads.size() - 1; i >= 0; i--) {
            Deployment deployment = deployment(model, interpreter, workers, threads.get(i));
            int many = threads.get(i);
            Optional<Prediction> same = unbounded.filter(most -> most.mostInGroup() <= many);
            if (beyond(deployment)) {
                row.addFirst(new Tried(workers, many, OptionalDouble.empty(), Answer.SATURATED));
            } else {
                Prediction prediction = same.orElseGet(() -> Predictor.predict(scenario(deployment, brief)));
                unbounded = unbounded.or(() -> Optional.of(prediction));
                row.addFirst(tried(workers, many, prediction));
            }
        }
        return row;
    }

    private boolean beyond(Deployment deployment) {
        return question.workload() instanceof Workload.Open open
                && open.rate() >= Bounds.of(scenario(deployment, brief)).capacity();
    }

    private Tried tried(int workers, int threads, Prediction prediction) {
        Optional<Estimate> quantile =
                prediction.responseTime().quantile(question.objective().quantile());
        return new Tried(
                workers,
                threads,
                quantile.map(each -> OptionalDouble.of(each.value())).orElse(OptionalDouble.empty()),
                answer(prediction, quantile));
    }

    private Answer answer(Prediction prediction, Optional<Estimate> quantile) {
        if (prediction.load() == Prediction.Load.SATURATED) {
            return Answer.SATURATED;
        }
        double bound = question.objective().bound().toNanos() / 1e9;
        boolean fast = quantile.filter(each -> each.high() <= bound).isPresent();
        return fast && prediction.errors() <= question.objective().errors() ? Answer.MEETS : Answer.MISSES;
    }

    private Optional<Fit> confirmed(ConcurrencyModel model, Interpreter interpreter, List<Tried> grid) {
        List<Tried> candidates = grid.stream()
                .filter(tried -> tried.answer() == Answer.MEETS)
                .limit(CONFIRMATIONS)
                .toList();
        for (Tried candidate : candidates) {
            Prediction prediction = Predictor.predict(
                    scenario(deployment(model, interpreter, candidate.workers(), candidate.threads()), LONG));
            if (tried(candidate.workers(), candidate.threads(), prediction).answer() == Answer.MEETS) {
                return Optional.of(new Fit(prediction, headroom(prediction)));
            }
        }
        return Optional.empty();
    }

    private static double headroom(Prediction prediction) {
        return 1 - prediction.throughput().value() / prediction.bounds().capacity();
    }

    private String reason(ConcurrencyModel model, Interpreter interpreter, List<Tried> grid) {
        Tried largest = grid.getLast();
        Bounds bounds =
                Bounds.of(scenario(deployment(model, interpreter, largest.workers(), largest.threads()), brief));
        boolean saturated = grid.stream().allMatch(tried -> tried.answer() == Answer.SATURATED);
        return (saturated ? "saturated everywhere: " : "the objective is missed everywhere; at the largest, ")
                + bounds.sentence(question.workload());
    }

    private Scenario scenario(Deployment deployment, Effort effort) {
        return new Scenario(
                deployment,
                question.times(),
                question.mix(),
                question.workload(),
                question.sharing(),
                question.seed(),
                effort,
                question.life(),
                Optional.empty());
    }

    /** Where workers end, as much as it takes to see them end, within a bound for all deployments together. */
    private Effort brief() {
        if (question.life().equals(WorkerLife.ENDLESS)) {
            return SHORT;
        }
        int deployments = rows * question.threads().size();
        long requests = Math.clamp(MOST_OF_LIVES / deployments, SHORT.requests(), LONG.requests());
        return new Effort(SHORT.replications(), SHORT.precision(), requests, EVENTS_PER_REQUEST * requests);
    }

    private Deployment deployment(ConcurrencyModel model, Interpreter interpreter, int workers, int threads) {
        return new Deployment(
                model,
                interpreter,
                workers,
                threads,
                question.queue(),
                question.maxInFlight(),
                question.cores(),
                question.deadline());
    }
}
