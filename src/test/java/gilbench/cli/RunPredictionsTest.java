package gilbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gilbench.bench.arrival.Sending;
import gilbench.bench.judge.ParallelEfficiency;
import gilbench.bench.judge.PredictionErrors;
import gilbench.bench.judge.PredictionErrors.Region;
import gilbench.bench.result.Cell;
import gilbench.bench.result.Cell.LoadCell;
import gilbench.bench.result.CellKey;
import gilbench.bench.result.Environment;
import gilbench.bench.result.Measurement;
import gilbench.bench.result.Measurements;
import gilbench.bench.result.Origin;
import gilbench.bench.result.Predictions;
import gilbench.bench.result.RunResult;
import gilbench.bench.result.RunState;
import gilbench.bench.result.Trial;
import gilbench.bench.result.Verdict;
import gilbench.bench.stats.Estimate;
import gilbench.predict.Effort;
import gilbench.predict.Mix;
import gilbench.predict.PredictedCell;
import gilbench.predict.Predictor;
import gilbench.predict.Scenario;
import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.Calibration;
import gilbench.scenario.Experiment;
import gilbench.scenario.MachineTimes;
import gilbench.scenario.NamedDeployment;
import gilbench.scenario.Plan;
import gilbench.scenario.Workload;
import gilbench.scenario.text.PlanYaml;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A "measurement" made by the predictor with another seed must be met by the prediction. */
class RunPredictionsTest {
    private static final Plan PLAN = PlanYaml.parse("plan.yaml", """
            name: two
            title: Two deployments under an open and a closed load
            deployments:
              - {name: threads, model: thread-per-request, cores: 2}
              - {name: loop, model: event-loop, cores: 2}
            experiments:
              - {name: program, program: 'python:20ms', requests: 2, blocks: 1, arrangements: [serial, together]}
              - {name: open, load: 'python:2ms,io:10ms', rates: [200], window: 3s}
              - {name: closed, load: 'python:2ms,io:10ms', users: [4], window: 3s}
            """);

    @Test
    void predict_measuredCells_eachUnderItsKeyAndNearIt() {
        RunResult measured = measured(RunState.COMPLETE);

        Predictions predictions = new RunPredictions(measured, MachineTimes.TYPICAL, DriverKind.EMBEDDED, () -> false)
                .predict("The machine is a typical one", _ -> {});

        assertThat(predictions.cells())
                .extracting(LoadCell::key)
                .containsExactlyElementsOf(
                        loads(measured).stream().map(LoadCell::key).toList());
        PredictionErrors errors = PredictionErrors.of(loads(measured), predictions);
        assertThat(errors.mean(Region.BELOW_KNEE).throughput().orElseThrow()).isLessThan(0.03);
        assertThat(errors.mean(Region.BELOW_KNEE).p50().orElseThrow()).isLessThan(0.05);
        assertThat(predictions.leftOut()).isEmpty();
        assertThat(predictions.basis()).contains("95 % of its speed");
    }

    @Test
    void predict_toldToStop_leavesTheRestOutWithAWord() {
        Predictions predictions = new RunPredictions(
                        measured(RunState.COMPLETE), MachineTimes.TYPICAL, DriverKind.EMBEDDED, () -> true)
                .predict("x", _ -> {});

        assertThat(predictions.cells()).isEmpty();
        assertThat(predictions.leftOut()).containsExactly("4 cells: interrupted");
    }

    @Test
    void predict_interruptedRun_predictsWhatWasMeasured() {
        RunResult interrupted = measured(RunState.INTERRUPTED);

        assertThat(new RunPredictions(interrupted, MachineTimes.TYPICAL, DriverKind.EMBEDDED, () -> true)
                        .predict("x", _ -> {})
                        .cells())
                .hasSize(4);
    }

    @Test
    void predict_openLoadOfTheEmbeddedDriver_underTheArrivalsOfItsTrial() {
        Workload.Open open = new Workload.Open(ArrivalPattern.POISSON, 200);
        int unusual = IntStream.range(0, 100)
                .filter(order -> Math.abs(sent(open, order).due() - 600) > 50)
                .findFirst()
                .orElseThrow();
        Sending sent = sent(open, unusual);
        RunResult measured = measured(RunState.COMPLETE, List.of(trial(sent, unusual)));

        assertThat(throughput(measured, DriverKind.EMBEDDED)).isCloseTo(sent.due() / 3.0, within(2.0));
        assertThat(throughput(measured, DriverKind.K6)).isCloseTo(200, within(3.0));
    }

    private static double throughput(RunResult measured, DriverKind driver) {
        return new RunPredictions(measured, MachineTimes.TYPICAL, driver, () -> false)
                .predict("x", _ -> {})
                .of(new CellKey("threads", "open", "point"))
                .orElseThrow()
                .throughput()
                .value();
    }

    /** With the lead-in of a window of 3 s and a request of 12 ms. */
    private static Sending sent(Workload.Open open, int order) {
        return new Sending(open, PLAN.seed() + order, Duration.ofMillis(312), Duration.ofSeconds(3));
    }

    private static Trial trial(Sending sent, int order) {
        Measurement seen = Measurements.of(sent.workload(), sent.window(), sent.due(), Map.of());
        return new Trial.LoadTrial(
                new CellKey("threads", "open", "point"),
                0,
                order,
                seen,
                OptionalDouble.empty(),
                Duration.ZERO,
                List.of());
    }

    @Test
    void efficiency_programWithBurners_isTheirSpeedupForEachCore() {
        assertThat(ParallelEfficiency.of(measured(RunState.COMPLETE)).orElseThrow())
                .isCloseTo(0.95, within(1e-9));
    }

    private static List<LoadCell> loads(RunResult result) {
        return result.cells().stream()
                .filter(LoadCell.class::isInstance)
                .map(LoadCell.class::cast)
                .toList();
    }

    private static RunResult measured(RunState state) {
        return measured(state, List.of());
    }

    private static RunResult measured(RunState state, List<Trial> trials) {
        List<Cell> cells = new ArrayList<>();
        for (NamedDeployment deployment : PLAN.deployments()) {
            cells.add(program(deployment));
            for (Experiment experiment : PLAN.experiments()) {
                if (experiment instanceof Experiment.Load load) {
                    cells.add(cell(deployment, load));
                }
            }
        }
        return new RunResult(
                Origin.MEASURED,
                PLAN,
                Instant.EPOCH,
                Duration.ofSeconds(1),
                state,
                new Environment("1", "25", "an os", "a processor", 2, 1, List.of()),
                new Calibration(1),
                List.of(),
                trials,
                cells,
                List.of(),
                List.of());
    }

    private static Cell program(NamedDeployment deployment) {
        return new Cell.ProgramCell(
                new CellKey(deployment.name(), "program", "program"),
                2,
                1,
                Map.of(),
                Optional.empty(),
                Optional.of(Estimate.single(1.9)),
                Optional.empty(),
                Verdict.VALID,
                List.of());
    }

    private static Cell cell(NamedDeployment deployment, Experiment.Load load) {
        Workload workload = load.points() instanceof Experiment.Points.Rates rates
                ? new Workload.Open(rates.pattern(), rates.rates().getFirst())
                : new Workload.Closed(4, java.util.OptionalInt.empty(), Duration.ZERO);
        Scenario scenario = Scenario.of(deployment.deployment(), Mix.of(load.profile()), workload)
                .with(new Effort(8, 0.02, 40_000, 800_000));
        LoadCell made = PredictedCell.of(
                new CellKey(deployment.name(), load.name(), "point"),
                Predictor.predict(new Scenario(
                        scenario.deployment(),
                        scenario.times(),
                        scenario.mix(),
                        scenario.workload(),
                        scenario.sharing(),
                        99,
                        scenario.effort())));
        return new LoadCell(
                made.key(),
                made.workload(),
                OptionalDouble.of(0.5),
                made.trials(),
                made.requests(),
                made.offered(),
                made.throughput(),
                made.responseTime(),
                made.completedResponseTime(),
                made.serviceTime(),
                made.errors(),
                made.cpuPerRequest(),
                made.budget(),
                made.inFlight(),
                made.utilisation(),
                made.ends(),
                made.verdict(),
                made.findings());
    }
}
