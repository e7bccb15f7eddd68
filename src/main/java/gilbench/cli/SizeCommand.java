package gilbench.cli;

import gilbench.bench.report.ResultsJson;
import gilbench.bench.report.RunFolderException;
import gilbench.bench.report.Supplement;
import gilbench.bench.report.TableReport;
import gilbench.bench.result.Origin;
import gilbench.predict.Prediction;
import gilbench.predict.Sizing;
import gilbench.scenario.BoundException;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Deployment;
import gilbench.scenario.Objective;
import gilbench.scenario.Workload;
import gilbench.scenario.text.ObjectiveText;
import gilbench.scenario.text.ParseException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Searches the smallest deployments that meet an objective. */
@Command(
        name = "size",
        description = {
            "Searches the smallest deployments that meet an objective, by prediction: for each model and interpreter the",
            "fewest workers, then the fewest threads. Exit code 3 when nothing meets it."
        })
final class SizeCommand implements Callable<Integer> {
    private static final WholeNumbers THREADS = new WholeNumbers(List.of(1, 2, 4, 8, 16, 32, 64));
    private static final int MOST_WORKERS = 256;
    private static final int MOST = 4096;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private QuestionOptions question;

    @Option(
            names = "--objective",
            required = true,
            paramLabel = "O",
            description = "What must hold: p99<200ms,errors<0.1%%. Percentiles: p50, p90, p95, p99.")
    @SuppressWarnings("NullAway.Init")
    private String objective;

    @Override
    public Integer call() throws IOException {
        Instant started = Instant.now();
        Sizing.Question asked = QuestionOptions.optioned(this::asked);
        Sizing sizing = search(asked);
        print(asked, sizing, started);
        return (sizing.met() ? ExitCode.OK : ExitCode.OBJECTIVE_MISSED).code();
    }

    private static Sizing search(Sizing.Question asked) {
        try (PatientProgress progress = new PatientProgress("sizing")) {
            return Sizing.search(asked, progress);
        }
    }

    private void print(Sizing.Question asked, Sizing sizing, Instant started) throws IOException {
        List<Prediction> fits = sizing.options().stream()
                .flatMap(option -> option.smallest().stream())
                .map(Sizing.Fit::prediction)
                .toList();
        Supplement answer = SizingReport.of(asked, sizing);
        String written = fits.isEmpty()
                ? unmet(asked, answer)
                : written(
                        new PredictedRun(
                                "size", asked.objective(), fits, started, Duration.between(started, Instant.now())),
                        answer);
        spec.commandLine().getOut().print(question.json() ? written : SizingText.of(asked, sizing) + written);
        spec.commandLine().getOut().flush();
    }

    /** A report of what was tried; there is no deployment whose numbers could be given. */
    private String unmet(Sizing.Question asked, Supplement answer) {
        String nothing = "nothing meets " + ObjectiveText.format(asked.objective());
        spec.commandLine().getErr().println("gilbench: " + nothing);
        spec.commandLine().getErr().flush();
        String json = ResultsJson.of(Origin.PREDICTED, List.of(), List.of(nothing));
        TableReport report = new TableReport(SizingReport.heading(asked), "Predicted: " + nothing, List.of(), answer);
        try {
            Path page = report.create(question.folder("size"), json);
            return question.json() ? json : "report: " + page + "\n";
        } catch (RunFolderException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private String written(PredictedRun run, Supplement answer) throws IOException {
        try {
            return run.write(question.folder("size"), question.json(), answer);
        } catch (RunFolderException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Sizing.Question asked() {
        List<Workload> workloads = question.workloads();
        if (workloads.size() > 1) {
            throw new BoundException("rate", workloads.size() + " loads", "must be one");
        }
        List<Integer> workers =
                question.workers(WholeNumbers.upTo(Math.clamp(question.bounds().cores(), 1, MOST_WORKERS)));
        List<Integer> threads = question.threads(THREADS);
        if (workers.size() * threads.size() > MOST) {
            throw new BoundException(
                    "workers", workers.size() + " x " + threads.size() + " threads", "must be at most " + MOST);
        }
        if (workers.getLast() > MOST_WORKERS) {
            throw new BoundException("workers", workers.getLast().toString(), "must be between 1 and " + MOST_WORKERS);
        }
        Sizing.Question asked = new Sizing.Question(
                question.mix(),
                workloads.getFirst(),
                objective(),
                question.models(List.of(ConcurrencyModel.values())),
                question.interpreters(),
                workers,
                threads,
                question.bounds().cores(),
                question.bounds().queue(),
                question.bounds().maxInFlight(),
                question.bounds().deadline(),
                question.times(),
                question.sharing(),
                question.life(question.models(List.of(ConcurrencyModel.values()))),
                question.seed());
        checkSizes(asked);
        return asked;
    }

    /** Every deployment has the same bounds, so that one shows whether they hold. */
    private static void checkSizes(Sizing.Question asked) {
        var _ = new Deployment(
                ConcurrencyModel.WORKER_PROCESSES,
                asked.interpreters().getFirst(),
                asked.workers().getLast(),
                asked.threads().getLast(),
                asked.queue(),
                asked.maxInFlight(),
                asked.cores(),
                asked.deadline());
    }

    private Objective objective() {
        try {
            return ObjectiveText.parse(objective);
        } catch (ParseException wrong) {
            throw new BoundException(
                    "objective", "'" + objective + "'", wrong.bound() + " at character " + wrong.position());
        }
    }
}
