package gilbench.bench.report;

import gilbench.bench.report.Table.Column;
import gilbench.bench.report.Table.Entry;
import gilbench.bench.result.RunResult;
import java.util.List;

/** Task type, best tool, why. */
final class ConclusionTable {
    private ConclusionTable() {}

    static Table of(RunResult result) {
        return new Table(
                "What to use for what",
                List.of(Column.text("Task type"), Column.text("Best tool"), Column.text("Why")),
                result.conclusions().stream()
                        .map(each ->
                                List.of(Entry.of(each.taskType()), Entry.of(each.bestTool()), Entry.of(each.why())))
                        .toList(),
                result.conclusions().isEmpty() ? "Nothing was measured that would allow a conclusion." : "");
    }
}
