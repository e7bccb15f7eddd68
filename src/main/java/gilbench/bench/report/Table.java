package gilbench.bench.report;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A table for people, before it is written as text, Markdown or HTML.
 *
 * @param title a line above it
 * @param note a line below it; may be empty
 */
record Table(String title, List<Column> columns, List<List<Entry>> rows, String note) {
    Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** This table without the columns in which every row says "n/a". */
    Table withoutAbsentColumns() {
        List<Integer> kept = IntStream.range(0, columns.size())
                .filter(i -> rows.isEmpty()
                        || rows.stream().anyMatch(row -> !row.get(i).text().equals(Numbers.ABSENT)))
                .boxed()
                .toList();
        return new Table(
                title,
                kept.stream().map(columns::get).toList(),
                rows.stream().map(row -> kept.stream().map(row::get).toList()).toList(),
                note);
    }

    /** Where the entries of a column stand. */
    enum Align {
        LEFT,
        RIGHT
    }

    /** A column and its heading. */
    record Column(String name, Align align) {
        static Column text(String name) {
            return new Column(name, Align.LEFT);
        }

        static Column number(String name) {
            return new Column(name, Align.RIGHT);
        }
    }

    /** What an entry says beyond its words. */
    enum Tone {
        PLAIN,
        GOOD,
        CAUTION,
        BAD,
        MUTED
    }

    /**
     * One entry.
     *
     * @param detail the interval of a number; may be empty
     */
    record Entry(String text, String detail, Tone tone) {
        static Entry of(String text) {
            return new Entry(text, "", Tone.PLAIN);
        }

        Entry with(String newDetail) {
            return new Entry(text, newDetail, tone);
        }

        Entry in(Tone newTone) {
            return new Entry(text, detail, newTone);
        }

        /** At least what the text says. */
        Entry atLeast() {
            return text.equals(Numbers.ABSENT) ? this : new Entry("≥ " + text, detail, tone);
        }

        /** The entry in plain characters. */
        String plain() {
            return detail.isEmpty() ? text : text + " [" + detail + "]";
        }
    }
}
