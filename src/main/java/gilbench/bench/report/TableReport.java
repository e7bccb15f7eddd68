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
public record TableReport(String title, String summary, List<Table> tables, Supplement supplement) {
    /** Makes the list immutable. */
    public TableReport {
        tables = List.copyOf(tables);
    }

    /** A report of tables alone. */
    public TableReport(String title, String summary, List<Table> tables) {
        this(title, summary, tables, Supplement.NONE);
    }

    /** The tables as plain text, the entries of the first column as headings over the rows that share them. */
    public String text() {
        return tables.stream().map(TextTable::grouped).collect(Collectors.joining("\n")) + "\n" + summary + "\n";
    }

    /**
     * Writes the same into a new folder, and returns the report for people.
     *
     * @throws RunFolderException when {@code directory} is a file, or a folder that is not empty
     */
    public Path create(Path directory, String json) {
        RunFolder.begin(directory);
        write(directory, json);
        return directory.resolve("report.html");
    }

    /** Replaces {@code report.html} and {@code report.md} in {@code directory}, and {@code results.json} by {@code json}. */
    public void write(Path directory, String json) {
        AtomicFile.write(directory.resolve("results.json"), json);
        AtomicFile.write(directory.resolve("report.md"), markdown());
        AtomicFile.write(directory.resolve("report.html"), html());
    }

    String markdown() {
        return "# " + MarkdownReport.escaped(title) + "\n\n" + MarkdownReport.escaped(summary) + "\n\n"
                + tables.stream().map(MarkdownReport::table).collect(Collectors.joining())
                + supplement.markdown();
    }

    String html() {
        String body = Template.fill(
                Resource.own("tables.html"),
                Map.of(
                        "title",
                        Html.escaped(title),
                        "summary",
                        Html.escaped(summary),
                        "tables",
                        Html.tables(tables),
                        "supplement",
                        supplement.html()));
        return supplement.maps().isEmpty()
                ? HtmlFile.still(title, body)
                : HtmlFile.drawn(title, body, new Charts(supplement.maps()));
    }

    /** What the charts show: there are no runs here. */
    private record Charts(
            List<HeatMap> heatMaps, List<String> deployments, List<String> budgetParts, List<String> loads) {
        Charts(List<HeatMap> maps) {
            this(maps, List.of(), List.of(), List.of());
        }
    }
}
