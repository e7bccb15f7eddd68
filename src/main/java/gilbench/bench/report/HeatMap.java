package gilbench.bench.report;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A percentile over numbers of workers and threads, with the line inside which an objective is met.
 *
 * @param title what was tried
 * @param caption what follows from it, one or two sentences
 * @param percentile as {@code p99}
 * @param bound of the objective, milliseconds
 * @param columns numbers of threads, ascending
 * @param rows numbers of workers, ascending
 */
public record HeatMap(
        String title,
        String caption,
        String percentile,
        double bound,
        List<Integer> columns,
        List<Integer> rows,
        List<Square> cells) {
    /** Copies the lists. */
    public HeatMap {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        cells = List.copyOf(cells);
    }

    /**
     * One of them.
     *
     * @param column its place among the columns, from 0
     * @param row its place among the rows, from 0
     * @param millis the percentile; empty where it was not computed
     * @param answer {@code meets}, {@code misses} or {@code saturated}
     */
    public record Square(int column, int row, OptionalDouble millis, String answer) {}
}
