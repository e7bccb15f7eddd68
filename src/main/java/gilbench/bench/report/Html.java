package gilbench.bench.report;

import gilbench.bench.result.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/** HTML of texts and tables; every text is escaped. */
final class Html {
    private Html() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** The content of a script element that cannot end it early. */
    static String script(String code) {
        return code.replace("\r\n", "\n").replace("</script", "<\\/script").replace("<!--", "<\\!--");
    }

    /** JSON that may stand in a script element. */
    static String json(String json) {
        return json.replace("<", "\\u003c");
    }

    static String tables(List<Table> tables) {
        return tables.stream().map(Html::table).collect(Collectors.joining());
    }

    static String table(Table table) {
        String head = table.columns().stream()
                .map(column -> "<th scope=\"col\"" + align(column) + ">" + escaped(column.name()) + "</th>")
                .collect(Collectors.joining());
        String body = body(table);
        String content = table.rows().isEmpty()
                ? ""
                : "<div class=\"scroll\" tabindex=\"0\"><table><caption>" + escaped(table.title())
                        + "</caption><thead><tr>" + head + "</tr></thead><tbody>" + body + "</tbody></table></div>\n";
        return content + (table.note().isEmpty() ? "" : "<p class=\"note\">" + escaped(table.note()) + "</p>\n");
    }

    private static String body(Table table) {
        StringBuilder rows = new StringBuilder();
        int at = 0;
        while (at < table.rows().size()) {
            int end = endOfGroup(table.rows(), at);
            for (int i = at; i < end; i++) {
                rows.append(row(table, table.rows().get(i), i == at ? end - at : 0));
            }
            at = end;
        }
        return rows.toString();
    }

    /** The first row after {@code from} that begins with another entry. */
    private static int endOfGroup(List<List<Table.Entry>> rows, int from) {
        int end = from + 1;
        while (end < rows.size()
                && rows.get(end).getFirst().equals(rows.get(from).getFirst())) {
            end++;
        }
        return end;
    }

    /**
     * One row.
     *
     * @param span how many rows its heading stands for; 0 when the heading stands further up
     */
    private static String row(Table table, List<Table.Entry> row, int span) {
        StringBuilder cells = new StringBuilder();
        if (span > 0) {
            String scope = span == 1 ? " scope=\"row\"" : " scope=\"rowgroup\" rowspan=\"" + span + "\"";
            cells.append("<th")
                    .append(scope)
                    .append(align(table.columns().getFirst()))
                    .append('>');
            cells.append(entry(row.getFirst())).append("</th>");
        }
        for (int i = 1; i < row.size(); i++) {
            cells.append("<td").append(align(table.columns().get(i))).append('>');
            cells.append(entry(row.get(i))).append("</td>");
        }
        return "<tr" + (row.stream().anyMatch(Html::isInvalidity) ? " class=\"invalid\"" : "") + ">" + cells
                + "</tr>\n";
    }

    private static boolean isInvalidity(Table.Entry entry) {
        return entry.equals(Words.verdict(Verdict.INVALID));
    }

    private static String align(Table.Column column) {
        return column.align() == Table.Align.RIGHT ? " class=\"number\"" : "";
    }

    private static String entry(Table.Entry entry) {
        String text = escaped(entry.text());
        String detail = entry.detail().isEmpty() ? "" : " <small>[" + escaped(entry.detail()) + "]</small>";
        return switch (entry.tone()) {
            case PLAIN -> text + detail;
            case MUTED -> "<span class=\"muted\">" + text + detail + "</span>";
            case GOOD -> badge("good", text);
            case CAUTION -> badge("caution", text);
            case BAD -> badge("bad", text);
        };
    }

    private static String badge(String kind, String text) {
        return "<span class=\"badge " + kind + "\">" + text + "</span>";
    }
}
