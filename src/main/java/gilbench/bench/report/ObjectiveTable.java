package gilbench.bench.report;

import gilbench.bench.judge.AtObjective;
import gilbench.bench.report.Table.Column;
import gilbench.bench.report.Table.Entry;
import gilbench.bench.result.Cell.LoadCell;
import gilbench.scenario.Experiment;
import gilbench.scenario.Objective;
import gilbench.scenario.text.ObjectiveText;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Up to which rate each deployment met the objective. */
final class ObjectiveTable {
    private static final List<Column> COLUMNS = List.of(
            Column.text("Load"),
            Column.text("Deployment"),
            Column.number("Met up to, 1/s"),
            Column.number("Missed from, 1/s"));

    private ObjectiveTable() {}

    /** The table, or nothing when no load was open. */
    static List<Table> of(RunView run) {
        Objective objective = run.result().plan().objective();
        List<List<Entry>> rows =
                run.loads().stream().flatMap(load -> rows(run, load, objective)).toList();
        return rows.isEmpty()
                ? List.of()
                : List.of(new Table(
                        "Capacity at the objective " + ObjectiveText.format(objective),
                        COLUMNS,
                        rows,
                        "The true capacity at the objective lies between the two. n/a: no rate was judged to be so."));
    }

    private static Stream<List<Entry>> rows(RunView run, Experiment.Load load, Objective objective) {
        if (load.points() instanceof Experiment.Points.Users) {
            return Stream.empty();
        }
        List<LoadCell> cells = run.cells(load);
        return run.deployments().stream()
                .map(name -> row(
                        load.name(),
                        name,
                        AtObjective.of(
                                objective,
                                cells.stream()
                                        .filter(cell -> cell.key().deployment().equals(name))
                                        .toList())));
    }

    private static List<Entry> row(String load, String deployment, AtObjective at) {
        return List.of(Entry.of(load), Entry.of(deployment), rate(at.met()), rate(at.missed()));
    }

    private static Entry rate(OptionalDouble rate) {
        return Entry.of(rate.isPresent() ? Numbers.plain(rate.getAsDouble()) : Numbers.ABSENT);
    }
}
