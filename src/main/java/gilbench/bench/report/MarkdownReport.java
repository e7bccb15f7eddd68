package gilbench.bench.report;

import gilbench.bench.report.Table.Align;
import gilbench.bench.result.RunResult;
import java.util.List;
import java.util.stream.Collectors;

/** The tables of a run in GitHub Markdown. */
final class MarkdownReport {
    private MarkdownReport() {}

    static String of(RunResult result) {
        return of(result, Supplement.NONE);
    }

    static String of(RunResult result, Supplement supplement) {
        RunView run = new RunView(result);
        StringBuilder text = new StringBuilder("# " + escaped(result.plan().title()) + "\n\n");
        text.append(escaped(ConsoleReport.summary(result))).append("\n\n");
        text.append(escaped(Words.intervals(result))).append("\n\n");
        text.append(supplement.markdown());
        ConclusionTable.of(result).forEach(table -> text.append(table(table)));
        ProgramTables.full(run).forEach(table -> text.append(table(table)));
        LoadTables.full(run).forEach(table -> text.append(table(table)));
        UtilisationTable.full(run).forEach(table -> text.append(table(table)));
        PredictionTable.full(run).forEach(table -> text.append(table(table)));
        ObjectiveTable.of(run).forEach(table -> text.append(table(table)));
        text.append(table(FindingTable.of(result)));
        LoadTables.more(run).forEach(table -> text.append(table(table)));
        SetupTables.all(run).forEach(table -> text.append(table(table)));
        return text.append(files()).toString();
    }

    static String table(Table table) {
        StringBuilder text = new StringBuilder("## " + escaped(table.title()) + "\n\n");
        if (!table.rows().isEmpty()) {
            text.append(line(table.columns().stream().map(Table.Column::name).toList()));
            text.append(table.columns().stream()
                    .map(column -> column.align() == Align.LEFT ? " --- " : " ---: ")
                    .collect(Collectors.joining("|", "|", "|\n")));
            table.rows()
                    .forEach(row -> text.append(
                            line(row.stream().map(Table.Entry::plain).toList())));
            text.append('\n');
        }
        return table.note().isEmpty() ? text.toString() : text + escaped(table.note()) + "\n\n";
    }

    private static String line(List<String> entries) {
        return entries.stream().map(MarkdownReport::escaped).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    static String escaped(String text) {
        return text.replaceAll("[\\r\\n]+", " ").replaceAll("([\\\\`*_{}\\[\\]<>#|~])", "\\\\$1");
    }

    private static String files() {
        return "## Columns of trials.csv\n\nOne row for each window of a load and each block of a program; times in seconds.\n\n"
                + TrialsCsv.COLUMNS.entrySet().stream()
                        .map(each -> "- `" + each.getKey() + "`: " + each.getValue() + "\n")
                        .collect(Collectors.joining());
    }
}
