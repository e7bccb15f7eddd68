package gilbench.bench.report;

import gilbench.bench.report.Table.Align;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table as plain text of at most 120 columns; text columns are wrapped until it fits. */
final class TextTable {
    static final int WIDTH = 120;

    private static final int NARROWEST = 8;
    private static final String GAP = "  ";

    private final Table table;
    private final int[] widths;

    private TextTable(Table table) {
        this.table = table;
        this.widths = IntStream.range(0, table.columns().size())
                .map(this::naturalWidth)
                .toArray();
        narrow();
    }

    static String of(Table table) {
        return new TextTable(table).render();
    }

    /** The same with the entries of the first column as headings over the rows that share them. */
    static String grouped(Table table) {
        return new TextTable(headed(table)).render();
    }

    private static Table headed(Table table) {
        List<List<Table.Entry>> rows = new ArrayList<>();
        String heading = "";
        for (List<Table.Entry> row : table.rows()) {
            if (!row.getFirst().text().equals(heading)) {
                heading = row.getFirst().text();
                rows.add(List.of(Table.Entry.of(heading)));
            }
            rows.add(row.subList(1, row.size()));
        }
        return new Table(
                table.title(), table.columns().subList(1, table.columns().size()), rows, table.note());
    }

    private int naturalWidth(int column) {
        return Math.max(
                table.columns().get(column).name().length(),
                table.rows().stream()
                        .filter(this::whole)
                        .mapToInt(row -> row.get(column).plain().length())
                        .max()
                        .orElse(0));
    }

    private boolean whole(List<Table.Entry> row) {
        return row.size() == table.columns().size();
    }

    private void narrow() {
        while (total() > WIDTH) {
            int widest = widestText();
            if (widest < 0) {
                return;
            }
            widths[widest]--;
        }
    }

    private int total() {
        return IntStream.of(widths).sum() + GAP.length() * (widths.length - 1);
    }

    private int widestText() {
        int widest = -1;
        for (int i = 0; i < widths.length; i++) {
            boolean text = table.columns().get(i).align() == Align.LEFT;
            if (text && widths[i] > NARROWEST && (widest < 0 || widths[i] > widths[widest])) {
                widest = i;
            }
        }
        return widest;
    }

    private String render() {
        StringBuilder text = new StringBuilder(table.title()).append('\n');
        text.append(line(table.columns().stream().map(Table.Column::name).toList()));
        text.append("-".repeat(Math.min(total(), WIDTH))).append('\n');
        table.rows().forEach(row -> text.append(whole(row) ? line(plain(row)) : heading(row)));
        if (!table.note().isEmpty()) {
            wrapped(table.note(), WIDTH).forEach(each -> text.append(each).append('\n'));
        }
        return text.toString();
    }

    private static List<String> plain(List<Table.Entry> row) {
        return row.stream().map(Table.Entry::plain).toList();
    }

    private static String heading(List<Table.Entry> row) {
        return row.getFirst().plain() + "\n";
    }

    private String line(List<String> entries) {
        List<List<String>> wrapped = IntStream.range(0, entries.size())
                .mapToObj(i -> wrapped(entries.get(i), widths[i]))
                .toList();
        int height = wrapped.stream().mapToInt(List::size).max().orElse(1);
        return IntStream.range(0, height)
                .mapToObj(row -> physicalLine(wrapped, row))
                .collect(Collectors.joining());
    }

    private String physicalLine(List<List<String>> wrapped, int row) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < wrapped.size(); i++) {
            String part = row < wrapped.get(i).size() ? wrapped.get(i).get(row) : "";
            String padding = " ".repeat(Math.max(0, widths[i] - part.length()));
            line.append(i == 0 ? "" : GAP);
            line.append(table.columns().get(i).align() == Align.LEFT ? part + padding : padding + part);
        }
        return line.toString().stripTrailing() + "\n";
    }

    private static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text.replaceAll("\\s+", " ").strip();
        while (rest.length() > width) {
            int at = breakBefore(rest, width);
            lines.add(rest.substring(0, at).stripTrailing());
            rest = rest.substring(at).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    private static int breakBefore(String text, int width) {
        for (int at = width; at > width / 3; at--) {
            if (text.charAt(at) == ' ' || text.charAt(at - 1) == '-' || text.charAt(at - 1) == ',') {
                return at;
            }
        }
        return width;
    }
}
