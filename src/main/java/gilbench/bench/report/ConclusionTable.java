package gilbench.bench.report;

import gilbench.bench.report.Table.Column;
import gilbench.bench.report.Table.Entry;
import gilbench.bench.result.Conclusion;
import gilbench.bench.result.Origin;
import gilbench.bench.result.RunResult;
import java.util.List;

/** Task type, best tool, why. */
final class ConclusionTable {
    private ConclusionTable() {}

    /** The table, or nothing when nothing was measured. */
    static List<Table> of(RunResult result) {
        return result.origin() == Origin.PREDICTED ? List.of() : List.of(table(result.conclusions()));
    }

    private static Table table(List<Conclusion> conclusions) {
        return new Table(
                "What to use for what",
                List.of(Column.text("Task type"), Column.text("Best tool"), Column.text("Why")),
                conclusions.stream()
                        .map(each ->
                                List.of(Entry.of(each.taskType()), Entry.of(each.bestTool()), Entry.of(each.why())))
                        .toList(),
                conclusions.isEmpty() ? "Nothing was measured that would allow a conclusion." : "");
    }
}
