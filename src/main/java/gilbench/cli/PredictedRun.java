package gilbench.cli;

import gilbench.bench.report.ConsoleReport;
import gilbench.bench.report.ResultsJson;
import gilbench.bench.report.RunFolder;
import gilbench.bench.report.Supplement;
import gilbench.bench.result.Cell;
import gilbench.bench.result.CellKey;
import gilbench.bench.result.Environment;
import gilbench.bench.result.Origin;
import gilbench.bench.result.RunResult;
import gilbench.bench.result.RunState;
import gilbench.predict.Mix;
import gilbench.predict.PredictedCell;
import gilbench.predict.Prediction;
import gilbench.predict.Scenario;
import gilbench.scenario.Calibration;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Defaults;
import gilbench.scenario.Deployment;
import gilbench.scenario.Experiment;
import gilbench.scenario.LaunchScope;
import gilbench.scenario.NamedDeployment;
import gilbench.scenario.Objective;
import gilbench.scenario.Plan;
import gilbench.scenario.Workload;
import gilbench.scenario.text.DurationText;
import gilbench.scenario.text.RampText;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Predictions as the result of a run, so that they are stored and shown like measurements.
 *
 * @param predictions at least one; the same mix in all
 */
record PredictedRun(String name, Objective objective, List<Prediction> predictions, Instant started, Duration elapsed) {
    private static final int MOST_LINES = 40;

    PredictedRun {
        predictions = List.copyOf(predictions);
    }

    /** Writes every form of the result, after {@code supplement}, into {@code folder}, and returns what is to be printed. */
    String write(Path folder, boolean json, Supplement supplement) throws IOException {
        RunFolder store = RunFolder.create(folder, plan());
        RunResult result = result();
        store.write(result, supplement);
        return json
                ? Files.readString(store.directory().resolve("results.json"))
                : ConsoleReport.of(result, store.report()) + "\n" + details();
    }

    /** One prediction as JSON: the same cells, and what binds. */
    static String document(Prediction prediction) {
        PredictedRun run =
                new PredictedRun("predict", Defaults.OBJECTIVE, List.of(prediction), Instant.EPOCH, Duration.ZERO);
        return ResultsJson.of(Origin.PREDICTED, run.cells(), List.of(detail(prediction)));
    }

    /** One line for each prediction: what binds. */
    String details() {
        String lines =
                predictions.stream().limit(MOST_LINES).map(PredictedRun::detail).collect(Collectors.joining("\n"));
        int more = predictions.size() - MOST_LINES;
        return lines + (more > 0 ? "\n… and " + more + " more, see the report" : "") + "\n";
    }

    private RunResult result() {
        return new RunResult(
                Origin.PREDICTED,
                plan(),
                started,
                elapsed,
                RunState.COMPLETE,
                environment(),
                new Calibration(1),
                List.of(),
                List.of(),
                cells(),
                List.of(),
                List.of());
    }

    private Environment environment() {
        Environment machine = ThisMachine.ofPredictions();
        List<String> notes = new ArrayList<>(machine.notes());
        predictions.stream().limit(MOST_LINES).map(PredictedRun::detail).forEach(notes::add);
        return new Environment(
                machine.version(),
                machine.java(),
                machine.os(),
                machine.cpu(),
                machine.cores(),
                machine.memoryBytes(),
                notes);
    }

    private Plan plan() {
        Map<String, Deployment> deployments = new LinkedHashMap<>();
        predictions.forEach(each -> deployments.put(name(each), each.scenario().deployment()));
        return new Plan(
                name,
                "What " + (deployments.size() == 1 ? "a deployment" : deployments.size() + " deployments")
                        + " would do, computed by discrete-event simulation",
                predictions.getFirst().scenario().seed(),
                predictions.getFirst().throughput().n(),
                LaunchScope.ALL_EXPERIMENTS,
                Defaults.WARM_UP,
                objective,
                deployments.entrySet().stream()
                        .map(each -> new NamedDeployment(each.getKey(), each.getValue()))
                        .toList(),
                experiments());
    }

    private List<Experiment> experiments() {
        List<Mix.Part> parts = mix().parts();
        Duration window = predictions.getFirst().window();
        return IntStream.range(0, parts.size())
                .<Experiment>mapToObj(
                        i -> new Experiment.Load(experiment(i), parts.get(i).profile(), points(), window))
                .toList();
    }

    private Experiment.Points points() {
        List<Workload> workloads = predictions.stream()
                .map(each -> each.scenario().workload())
                .distinct()
                .toList();
        return switch (workloads.getFirst()) {
            case Workload.Open first ->
                new Experiment.Points.Rates(
                        first.pattern(),
                        workloads.stream()
                                .map(each -> ((Workload.Open) each).rate())
                                .toList());
            case Workload.Closed first ->
                new Experiment.Points.Users(
                        workloads.stream()
                                .map(each -> ((Workload.Closed) each).users())
                                .toList(),
                        first.requestsEach(),
                        first.thinkTime());
        };
    }

    private List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (int part = 0; part < mix().parts().size(); part++) {
            for (Prediction each : predictions) {
                CellKey key = new CellKey(name(each), experiment(part), point(each.scenario()));
                cells.add(
                        mix().parts().size() == 1
                                ? PredictedCell.of(key, each)
                                : PredictedCell.ofPart(key, each, part));
            }
        }
        return cells;
    }

    private Mix mix() {
        return predictions.getFirst().scenario().mix();
    }

    private String experiment(int part) {
        return mix().parts().size() == 1 ? "load" : "part-" + (part + 1);
    }

    private static String point(Scenario scenario) {
        return scenario.ramp()
                .map(ramp -> RampText.format(ramp) + "/s over " + DurationText.format(ramp.over()))
                .orElseGet(() -> point(scenario.workload()));
    }

    private static String point(Workload workload) {
        return switch (workload) {
            case Workload.Open open ->
                BigDecimal.valueOf(open.rate()).stripTrailingZeros().toPlainString() + "/s";
            case Workload.Closed closed -> closed.users() + (closed.users() == 1 ? " user" : " users");
        };
    }

    /** The name of a deployment: model, interpreter and sizes. */
    static String name(Prediction prediction) {
        Deployment deployment = prediction.scenario().deployment();
        boolean workers = Deployment.canHaveWorkers(
                deployment.model(), deployment.interpreter().kind());
        return (deployment.model() == ConcurrencyModel.THREAD_PER_REQUEST
                        ? "threads"
                        : deployment.model() == ConcurrencyModel.WORKER_PROCESSES
                                ? "workers"
                                : deployment.model().label())
                + "-" + deployment.interpreter().kind().label()
                + (workers ? "-" + deployment.workers() + "w" : "")
                + (deployment.threadBound() ? "-" + deployment.threads() + "t" : "");
    }

    private static String detail(Prediction each) {
        return name(each) + " at " + point(each.scenario()) + ": "
                + (each.load() == Prediction.Load.SATURATED ? "saturated, the queue grows without bound; " : "")
                + each.binding();
    }
}
