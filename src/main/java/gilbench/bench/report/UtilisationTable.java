package gilbench.bench.report;

import gilbench.bench.report.Table.Column;
import gilbench.bench.report.Table.Entry;
import gilbench.bench.result.Cell.LoadCell;
import gilbench.bench.result.Utilisation;
import gilbench.bench.stats.Estimate;
import java.util.List;
import java.util.stream.Collectors;

/** How busy cores and GILs were, and how many requests were in flight: one row for each cell that knows. */
final class UtilisationTable {
    /** Most cells, and most GILs of a cell, that the console lists one by one. */
    private static final int FEW = 16;

    private static final List<Column> COLUMNS = List.of(
            Column.text("Deployment"),
            Column.text("Point"),
            Column.number("Cores, %"),
            Column.text("Each GIL, %"),
            Column.number("In flight"));

    private static final String NOTE =
            "Cores: share of all that is busy. GIL: share of the time that it is held. In flight: mean number of requests.";

    private UtilisationTable() {}

    /** Every cell and every GIL, or nothing when no cell knows. */
    static List<Table> full(RunView run) {
        return table(run, Integer.MAX_VALUE);
    }

    /** The first cells and the first GILs of each. */
    static List<Table> brief(RunView run) {
        return table(run, FEW);
    }

    private static List<Table> table(RunView run, int most) {
        List<List<Entry>> rows = run.loads().stream()
                .flatMap(load -> run.cells(load).stream())
                .flatMap(cell -> cell.utilisation().map(seen -> row(cell, seen, most)).stream())
                .toList();
        String more = rows.size() > most ? " " + (rows.size() - most) + " more cells are in the report." : "";
        return rows.isEmpty()
                ? List.of()
                : List.of(new Table(
                        "Utilisation", COLUMNS, rows.stream().limit(most).toList(), NOTE + more));
    }

    private static List<Entry> row(LoadCell cell, Utilisation seen, int most) {
        return List.of(
                Entry.of(cell.key().deployment()),
                Entry.of(cell.key().point()),
                percent(seen.cores()),
                Entry.of(gils(seen.gils(), most)),
                Numbers.estimate(seen.inFlight(), Numbers::plain));
    }

    private static String gils(List<Estimate> gils, int most) {
        String all = gils.stream().limit(most).map(gil -> percent(gil).plain()).collect(Collectors.joining(", "));
        int more = gils.size() - most;
        return gils.isEmpty() ? Numbers.ABSENT : all + (more > 0 ? " and " + more + " more" : "");
    }

    private static Entry percent(Estimate share) {
        return Numbers.estimate(share, each -> Numbers.plain(100 * each));
    }
}
