package gilbench.bench.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a report shows before everything else, where there is more to say than the result of a run does.
 *
 * @param title its heading; not shown when there is nothing below it
 */
public record Supplement(String title, List<Table> tables, List<HeatMap> maps) {
    /** Nothing more to say. */
    public static final Supplement NONE = new Supplement("", List.of(), List.of());

    /** Copies the lists. */
    public Supplement {
        tables = List.copyOf(tables);
        maps = List.copyOf(maps);
    }

    String html() {
        String figures = IntStream.range(0, maps.size())
                .mapToObj(i -> Figures.heat(i, maps.get(i)))
                .collect(Collectors.joining());
        return tables.isEmpty() && maps.isEmpty()
                ? ""
                : "<section id=\"supplement\">\n<h2>" + Html.escaped(title) + "</h2>\n" + Html.tables(tables) + figures
                        + "</section>\n";
    }

    String markdown() {
        return tables.stream().map(MarkdownReport::table).collect(Collectors.joining());
    }
}
