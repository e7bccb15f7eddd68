package gilbench.bench.report;

import gilbench.bench.report.Table.Column;
import gilbench.bench.report.Table.Entry;
import gilbench.bench.result.Cell.LoadCell;
import gilbench.bench.result.End;
import gilbench.bench.result.InFlight;
import gilbench.bench.result.Verdict;
import gilbench.bench.stats.Estimate;
import gilbench.scenario.Experiment;
import gilbench.scenario.Workload;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Tables for each load: what was offered, what came back, and how fast. */
final class LoadTables {
    private static final List<Column> MAIN = List.of(
            Column.text("Deployment"),
            Column.number("Offered, 1/s"),
            Column.number("Done, 1/s"),
            Column.number("p50, ms"),
            Column.number("p95, ms"),
            Column.number("p99, ms"),
            Column.number("n"),
            Column.number("Errors"),
            Column.number("In flight"),
            Column.number("CPU, ms"),
            Column.text("Verdict"));

    private static final List<Column> MORE = List.of(
            Column.text("Deployment"),
            Column.text("Workload"),
            Column.number("Capacity"),
            Column.number("Trials"),
            Column.number("Mean, ms"),
            Column.number("p90, ms"),
            Column.number("Max, ms"),
            Column.number("Completed p50, ms"),
            Column.number("Completed p99, ms"),
            Column.number("Service p50, ms"),
            Column.number("Service p99, ms"),
            Column.text("Ends"));

    private static final String MAIN_NOTE =
            "Response time of all requests, from the intended start. n: requests that ended in "
                    + "the windows; a percentile q needs 10/(1-q) of them, else n/a. ≥: the service was saturated, the percentile is at "
                    + "least this. In flight: mean/max. CPU: service and workers, per completed request.";

    private static final String MORE_NOTE =
            "Capacity: offered load as a share of the computed capacity. Mean, p90 and max of the "
                    + "response time. Completed: response time of completed requests alone. Service: from the actual start.";

    private LoadTables() {}

    /** One row for each cell, percentiles without their intervals. */
    static List<Table> brief(RunView run) {
        return tables(run, "Load ", MAIN, MAIN_NOTE, cell -> main(cell, entry -> entry.with("")));
    }

    /** One row for each cell, with intervals. */
    static List<Table> full(RunView run) {
        return tables(run, "Load ", MAIN, MAIN_NOTE, cell -> main(cell, entry -> entry));
    }

    /** What {@link #full} leaves out. */
    static List<Table> more(RunView run) {
        return tables(run, "More about load ", MORE, MORE_NOTE, LoadTables::more);
    }

    private static List<Table> tables(
            RunView run, String title, List<Column> columns, String note, Function<LoadCell, List<Entry>> row) {
        return run.loads().stream()
                .map(load -> new Table(
                        title + describe(load),
                        columns,
                        run.cells(load).stream().map(row).toList(),
                        note))
                .toList();
    }

    private static String describe(Experiment.Load load) {
        return Words.experiment(load) + ", windows of " + Numbers.duration(load.window());
    }

    private static List<Entry> main(LoadCell cell, UnaryOperator<Entry> percentile) {
        return List.of(
                Entry.of(cell.key().deployment()),
                Entry.of(offered(cell)),
                Numbers.estimate(cell.throughput(), Numbers::plain),
                percentile.apply(millis(cell, cell.responseTime().p50())),
                percentile.apply(millis(cell, cell.responseTime().p95())),
                percentile.apply(millis(cell, cell.responseTime().p99())),
                Entry.of(Numbers.count(cell.responseTime().n())),
                Entry.of(Numbers.percent(cell.errors())),
                Entry.of(inFlight(cell.inFlight())),
                percentile.apply(Numbers.estimate(cell.cpuPerRequest(), Numbers::millis)),
                Words.verdict(cell.verdict()));
    }

    private static List<Entry> more(LoadCell cell) {
        return List.of(
                Entry.of(cell.key().deployment()),
                Entry.of(Words.workload(cell.workload())),
                Entry.of(
                        cell.capacityShare().isPresent()
                                ? Numbers.percent(cell.capacityShare().getAsDouble())
                                : Numbers.ABSENT),
                Entry.of(Numbers.count(cell.trials())),
                millis(cell, Optional.of(cell.responseTime().mean())),
                millis(cell, cell.responseTime().p90()),
                bounded(cell, Entry.of(Numbers.millis(cell.responseTime().max().value()))),
                millis(cell, cell.completedResponseTime().p50()),
                millis(cell, cell.completedResponseTime().p99()),
                millis(cell, cell.serviceTime().p50()),
                millis(cell, cell.serviceTime().p99()),
                Entry.of(ends(cell)));
    }

    private static String offered(LoadCell cell) {
        return switch (cell.workload()) {
            case Workload.Open open -> Numbers.plain(open.rate());
            case Workload.Closed closed -> closed.users() + (closed.users() == 1 ? " user" : " users");
        };
    }

    private static Entry millis(LoadCell cell, Optional<Estimate> seconds) {
        return bounded(cell, Numbers.estimate(seconds, Numbers::millis));
    }

    private static Entry bounded(LoadCell cell, Entry entry) {
        return cell.verdict() == Verdict.LOWER_BOUND ? entry.atLeast() : entry;
    }

    private static String inFlight(InFlight inFlight) {
        return Numbers.plain(inFlight.mean()) + "/" + Numbers.count(inFlight.max());
    }

    private static String ends(LoadCell cell) {
        return Arrays.stream(End.values())
                .filter(end -> cell.ends().getOrDefault(end, 0L) > 0)
                .map(end -> Numbers.count(cell.ends().getOrDefault(end, 0L)) + " " + end.label())
                .collect(Collectors.joining(", "));
    }
}
