package gilbench.bench.report;

import gilbench.bench.result.Block;
import gilbench.bench.result.Cell.LoadCell;
import gilbench.bench.result.Cell.ProgramCell;
import gilbench.bench.result.RunResult;
import gilbench.bench.result.Trial;
import gilbench.bench.result.Verdict;
import gilbench.bench.stats.Estimate;
import gilbench.scenario.Arrangement;
import gilbench.scenario.BudgetPart;
import gilbench.scenario.Experiment;
import gilbench.scenario.TimeBudget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the charts show, in the units of their axes: ratios, seconds for programs, milliseconds for requests. */
record ChartData(
        List<Series> deployments,
        List<String> budgetParts,
        double objectiveQuantile,
        double objectiveMillis,
        List<Strip> speedups,
        List<Strip> elapsed,
        List<Load> loads,
        RunOrder order,
        List<HeatMap> heatMaps) {

    /** How a deployment looks. */
    record Series(String name, int colour, String marker, String line) {}

    /** Rows of single observations with their estimate, against a reference. */
    record Strip(String title, String unit, double reference, String referenceName, List<Row> rows) {}

    /**
     * One row of a strip plot.
     *
     * @param own the machine's own estimate
     */
    record Row(
            int deployment,
            String label,
            Verdict verdict,
            List<Double> observations,
            Estimate estimate,
            Optional<Estimate> own) {}

    /**
     * The cells of a load.
     *
     * @param axis name of the horizontal axis
     * @param diagonal whether throughput can be compared with the horizontal axis
     * @param predicted what the model says of the same cells
     */
    record Load(String name, String axis, boolean diagonal, List<Point> points, List<Point> predicted) {}

    /** A cell: {@code budget} in the order of the parts, {@code seconds} of each trial. */
    record Point(
            int deployment,
            double x,
            String label,
            Verdict verdict,
            Map<String, Optional<Estimate>> metrics,
            List<Double> budget,
            List<List<Long>> seconds) {}

    static ChartData of(RunResult result, List<HeatMap> heatMaps) {
        RunView run = new RunView(result);
        List<String> names = run.deployments();
        return new ChartData(
                SeriesStyle.of(result.plan()).stream()
                        .map(style -> new Series(
                                style.name(),
                                style.colour(),
                                style.marker().word(),
                                style.line().word()))
                        .toList(),
                Arrays.stream(BudgetPart.values()).map(BudgetPart::label).toList(),
                result.plan().objective().quantile(),
                result.plan().objective().bound().toNanos() / 1e6,
                run.programs().stream()
                        .flatMap(program -> speedups(run, names, program))
                        .toList(),
                run.programs().stream()
                        .flatMap(program -> elapsed(run, names, program))
                        .toList(),
                run.loads().stream().map(load -> load(run, names, load)).toList(),
                RunOrder.of(result),
                heatMaps);
    }

    private static Stream<Strip> speedups(RunView run, List<String> names, Experiment.Program program) {
        List<Row> rows = run.cells(program).stream()
                .flatMap(cell -> cell.speedup().stream()
                        .map(speedup -> new Row(
                                names.indexOf(cell.key().deployment()),
                                cell.key().deployment(),
                                cell.verdict(),
                                blocks(run, cell)
                                        .flatMap(block -> ratio(block.service()).stream())
                                        .toList(),
                                speedup,
                                cell.machineSpeedup())))
                .toList();
        String title = Words.experiment(program);
        return rows.isEmpty() ? Stream.of() : Stream.of(new Strip(title, "×", 1, "1: no gain", rows));
    }

    private static Stream<Strip> elapsed(RunView run, List<String> names, Experiment.Program program) {
        if (!program.profile().cpu().isZero()) {
            return Stream.of();
        }
        List<Row> rows = new ArrayList<>();
        for (ProgramCell cell : run.cells(program)) {
            Optional.ofNullable(cell.elapsed().get(Arrangement.TOGETHER))
                    .ifPresent(estimate -> rows.add(new Row(
                            names.indexOf(cell.key().deployment()),
                            cell.key().deployment(),
                            cell.verdict(),
                            blocks(run, cell)
                                    .flatMap(block ->
                                            Optional.ofNullable(block.service().get(Arrangement.TOGETHER)).stream())
                                    .map(time -> time.toNanos() / 1e9)
                                    .toList(),
                            estimate,
                            Optional.empty())));
        }
        double ideal = program.profile().ideal().toNanos() / 1e9;
        return rows.isEmpty()
                ? Stream.of()
                : Stream.of(
                        new Strip(Words.experiment(program), "s", ideal, "ideal " + Numbers.plain(ideal) + " s", rows));
    }

    private static Stream<Block> blocks(RunView run, ProgramCell cell) {
        return run.trials(cell).stream().flatMap(trial -> trial.blocks().stream());
    }

    private static Optional<Double> ratio(Map<Arrangement, Duration> times) {
        Duration serial = times.get(Arrangement.SERIAL);
        Duration together = times.get(Arrangement.TOGETHER);
        return serial == null || together == null
                ? Optional.empty()
                : Optional.of(serial.toNanos() / (double) together.toNanos());
    }

    private static Load load(RunView run, List<String> names, Experiment.Load load) {
        boolean users = load.points() instanceof Experiment.Points.Users;
        double ideal = load.profile().ideal().toNanos() / 1e9;
        return new Load(
                load.name(),
                users ? "users" : "offered load, requests/s",
                !users,
                run.cells(load).stream()
                        .map(cell -> point(names, cell, ideal, seconds(run, cell)))
                        .toList(),
                run.predicted(load).stream()
                        .map(cell -> point(names, cell, ideal, List.of()))
                        .toList());
    }

    private static List<List<Long>> seconds(RunView run, LoadCell cell) {
        return run.trials(cell).stream()
                .map(Trial.LoadTrial::measurement)
                .map(seen -> seen.endsPerSecond())
                .toList();
    }

    private static Point point(List<String> names, LoadCell cell, double ideal, List<List<Long>> seconds) {
        Function<Estimate, Estimate> millis = each -> scaled(each, 1000, 0);
        return new Point(
                names.indexOf(cell.key().deployment()),
                RunView.asked(cell),
                cell.key().point(),
                cell.verdict(),
                Map.of(
                        "throughput", Optional.of(cell.throughput()),
                        "p50", cell.responseTime().p50().map(millis),
                        "p95", cell.responseTime().p95().map(millis),
                        "p99", cell.responseTime().p99().map(millis),
                        "aboveIdeal", cell.completedResponseTime().p50().map(each -> scaled(each, 1000, ideal)),
                        "cpu", Optional.of(cell.cpuPerRequest()).map(millis)),
                budget(cell),
                seconds);
    }

    private static List<Double> budget(LoadCell cell) {
        TimeBudget mean = cell.budget().mean();
        return cell.budget().n() == 0
                ? List.of()
                : Arrays.stream(BudgetPart.values())
                        .map(part -> mean.part(part) / 1e6)
                        .toList();
    }

    private static Estimate scaled(Estimate estimate, double factor, double less) {
        return new Estimate(
                (estimate.value() - less) * factor,
                (estimate.low() - less) * factor,
                (estimate.high() - less) * factor,
                estimate.n());
    }
}
