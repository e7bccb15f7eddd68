package gilbench.cli;

import gilbench.bench.report.RunFolderException;
import gilbench.bench.report.Supplement;
import gilbench.predict.Bounds;
import gilbench.predict.Effort;
import gilbench.predict.Mix;
import gilbench.predict.Prediction;
import gilbench.predict.Predictor;
import gilbench.predict.Scenario;
import gilbench.predict.WorkerLife;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Defaults;
import gilbench.scenario.Deployment;
import gilbench.scenario.Interpreter;
import gilbench.scenario.Ramp;
import gilbench.scenario.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Computes what deployments would do. */
@Command(
        name = "predict",
        description = {
            "Computes what deployments would do on cores that you need not have: throughput, response times and what",
            "binds, by simulating GIL, cores, threads, loops and queues in virtual time. Nothing is started."
        })
final class PredictCommand implements Callable<Integer> {
    private static final int MOST = 4096;
    private static final long HOPELESS = 20_000;
    private static final long MOST_OF_RAMPS = 100_000_000;
    private static final long EVENTS_PER_REQUEST = 20;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private QuestionOptions question;

    @Mixin
    private final RampOptions ramps = new RampOptions();

    @Override
    public Integer call() throws IOException {
        Instant started = Instant.now();
        List<Scenario> scenarios = scenarios();
        Path folder = question.folder("predict");
        List<Prediction> predictions = predictions(scenarios);
        PredictedRun run = new PredictedRun(
                "predict", Defaults.OBJECTIVE, predictions, started, Duration.between(started, Instant.now()));
        try {
            spec.commandLine().getOut().print(run.write(folder, question.json(), Supplement.NONE));
        } catch (RunFolderException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        spec.commandLine().getOut().flush();
        return ExitCode.OK.code();
    }

    private static List<Prediction> predictions(List<Scenario> scenarios) {
        List<Prediction> predictions = new ArrayList<>();
        try (PatientProgress progress = new PatientProgress("predicting")) {
            for (Scenario scenario : scenarios) {
                double before = predictions.size();
                predictions.add(
                        Predictor.predict(scenario, share -> progress.accept((before + share) / scenarios.size())));
            }
        }
        return predictions;
    }

    private List<Scenario> scenarios() {
        Mix mix = QuestionOptions.optioned(question::mix);
        Optional<Ramp> ramp = ramps.ramp();
        List<Workload> workloads = ramp.map(question::workloads).orElseGet(question::workloads);
        List<Deployment> deployments = deployments();
        int number = workloads.size() * deployments.size();
        if (number > MOST) {
            throw new ParameterException(spec.commandLine(), number + " deployments and loads must be at most " + MOST);
        }
        Effort effort = effort(number, ramp);
        return QuestionOptions.optioned(() -> deployments.stream()
                .flatMap(deployment ->
                        workloads.stream().map(workload -> scenario(deployment, mix, workload, ramp, effort)))
                .toList());
    }

    private Scenario scenario(Deployment deployment, Mix mix, Workload workload, Optional<Ramp> ramp, Effort effort) {
        Scenario scenario = new Scenario(
                deployment,
                question.times(),
                mix,
                workload,
                question.sharing(),
                question.seed(),
                effort,
                question.life(models()),
                ramp);
        return beyond(scenario) ? scenario.with(hopeless(effort)) : scenario;
    }

    /** As much as usual, and enough for each replication to see a whole ramp, within a bound. */
    private static Effort effort(int number, Optional<Ramp> ramp) {
        Effort usual = Effort.forEachOf(number);
        long whole =
                (long) Math.ceil(usual.replications() * ramp.map(Ramp::arrivals).orElse(0.0));
        long requests = Math.max(usual.requests(), Math.min(whole, MOST_OF_RAMPS / number));
        return new Effort(usual.replications(), usual.precision(), requests, EVENTS_PER_REQUEST * requests);
    }

    private static Effort hopeless(Effort effort) {
        return new Effort(effort.replications(), effort.precision(), HOPELESS, EVENTS_PER_REQUEST * HOPELESS);
    }

    /** Whether a closed-form bound says that the queue will grow for ever, however long one looks. */
    private static boolean beyond(Scenario scenario) {
        return scenario.life().equals(WorkerLife.ENDLESS)
                && scenario.ramp().isEmpty()
                && scenario.workload() instanceof Workload.Open open
                && open.rate() >= Bounds.of(scenario).capacity();
    }

    private List<ConcurrencyModel> models() {
        return question.models(List.of(ConcurrencyModel.THREAD_PER_REQUEST));
    }

    private List<Deployment> deployments() {
        List<Deployment> deployments = new ArrayList<>();
        for (ConcurrencyModel model : models()) {
            for (Interpreter interpreter : question.interpreters()) {
                for (int workers : workers(model, interpreter)) {
                    for (int threads : threads(model)) {
                        deployments.add(deployment(model, interpreter, workers, threads));
                    }
                }
            }
        }
        return deployments;
    }

    private List<Integer> workers(ConcurrencyModel model, Interpreter interpreter) {
        boolean several = Deployment.canHaveWorkers(model, interpreter.kind());
        WholeNumbers byDefault = new WholeNumbers(
                List.of(several ? Math.min(256, question.bounds().cores()) : 1));
        return several || question.models(List.of()).size() <= 1 ? question.workers(byDefault) : byDefault.values();
    }

    private List<Integer> threads(ConcurrencyModel model) {
        return switch (model) {
            case THREAD_PER_REQUEST -> question.threads(new WholeNumbers(List.of(Defaults.THREADS)));
            case WORKER_PROCESSES -> question.threads(new WholeNumbers(List.of(Defaults.WORKER_THREADS)));
            case VIRTUAL_THREADS, EVENT_LOOP -> List.of(1);
        };
    }

    private Deployment deployment(ConcurrencyModel model, Interpreter interpreter, int workers, int threads) {
        return QuestionOptions.optioned(() -> new Deployment(
                model,
                interpreter,
                workers,
                threads,
                question.bounds().queue(),
                question.bounds().maxInFlight(),
                question.bounds().cores(),
                question.bounds().deadline()));
    }
}
