package gilbench.bench.report;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A table for people, before it is written as text, Markdown or HTML.
 *
 * @param title a line above it
 * @param note a line below it; may be empty
 */
public record Table(String title, List<Column> columns, List<List<Entry>> rows, String note) {
    /** Makes the lists immutable. */
    public Table {
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
    public enum Align {
        /** At the left, for words. */
        LEFT,

        /** At the right, for numbers. */
        RIGHT
    }

    /** A column and its heading. */
    public record Column(String name, Align align) {
        /** A column of words. */
        public static Column text(String name) {
            return new Column(name, Align.LEFT);
        }

        /** A column of numbers. */
        public static Column number(String name) {
            return new Column(name, Align.RIGHT);
        }
    }

    /** What an entry says beyond its words. */
    public enum Tone {
        /** Nothing. */
        PLAIN,

        /** As it should be. */
        GOOD,

        /** To be read with care. */
        CAUTION,

        /** Not as it should be. */
        BAD,

        /** Of little weight. */
        MUTED
    }

    /**
     * One entry.
     *
     * @param detail the interval of a number; may be empty
     */
    public record Entry(String text, String detail, Tone tone) {
        /** A plain entry without detail. */
        public static Entry of(String text) {
            return new Entry(text, "", Tone.PLAIN);
        }

        /** The same with another detail. */
        public Entry with(String newDetail) {
            return new Entry(text, newDetail, tone);
        }

        /** The same in another tone. */
        public Entry in(Tone newTone) {
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
