package gilbench.bench.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A report that consists of tables: text for the console, and files in the style of the report of a run.
 *
 * @param title its heading
 * @param summary one line below it
 */
public record TableReport(String title, String summary, List<Table> tables) {
    /** Makes the list immutable. */
    public TableReport {
        tables = List.copyOf(tables);
    }

    /** The tables as plain text, the entries of the first column as headings over the rows that share them. */
    public String text() {
        return tables.stream().map(TextTable::grouped).collect(Collectors.joining("\n")) + "\n" + summary + "\n";
    }

    /** Replaces {@code report.html} and {@code report.md} in {@code directory}, and {@code results.json} by {@code json}. */
    public void write(Path directory, String json) {
        AtomicFile.write(directory.resolve("results.json"), json);
        AtomicFile.write(directory.resolve("report.md"), markdown());
        AtomicFile.write(directory.resolve("report.html"), html());
    }

    String markdown() {
        return "# " + MarkdownReport.escaped(title) + "\n\n" + MarkdownReport.escaped(summary) + "\n\n"
                + tables.stream().map(MarkdownReport::table).collect(Collectors.joining());
    }

    String html() {
        String style = "\n" + Resource.own("report.css");
        return Template.fill(
                Resource.own("tables.html"),
                Map.of(
                        "policy",
                        HtmlReport.policy(style, List.of()),
                        "style",
                        style,
                        "title",
                        Html.escaped(title),
                        "summary",
                        Html.escaped(summary),
                        "tables",
                        Html.tables(tables)));
    }
}
