package gilbench.bench.report;

import gilbench.bench.judge.PredictionErrors;
import gilbench.bench.judge.PredictionErrors.Mean;
import gilbench.bench.judge.PredictionErrors.Region;
import gilbench.bench.judge.PredictionErrors.Row;
import gilbench.bench.report.Table.Column;
import gilbench.bench.report.Table.Entry;
import gilbench.bench.result.Predictions;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** How far the model is from what was measured: one row for each cell, and the means of absolute values. */
final class PredictionTable {
    /** Most cells that the console lists one by one. */
    private static final int FEW = 16;

    private static final List<Column> COLUMNS = List.of(
            Column.text("Load"),
            Column.text("Deployment"),
            Column.text("Point"),
            Column.number("Of capacity"),
            Column.number("Throughput"),
            Column.number("p50"),
            Column.number("p99"),
            Column.text("Verdict"));

    private static final String NOTE =
            "Predicted / measured − 1. Capacity: the highest throughput seen where the service was saturated, else the computed "
                    + "one. Beyond 0.85 of it percentiles are not compared: they say how long one has looked. Open loads of "
                    + "the embedded driver are predicted under the very arrivals that were sent, so that chance in them is no part of "
                    + "the error; intervals of such predictions are over all else that is random. Means are of absolute values and "
                    + "without invalid cells.";

    private PredictionTable() {}

    /** Every cell, or nothing when nothing was predicted. */
    static List<Table> full(RunView run) {
        return table(run, Integer.MAX_VALUE);
    }

    /** The means, and the cells when they are few. */
    static List<Table> brief(RunView run) {
        return table(run, FEW);
    }

    private static List<Table> table(RunView run, int most) {
        return run.result().predictions().stream()
                .filter(each -> !each.cells().isEmpty() || !each.leftOut().isEmpty())
                .map(predictions -> table(errors(run, predictions), predictions, most))
                .toList();
    }

    private static PredictionErrors errors(RunView run, Predictions predictions) {
        return PredictionErrors.of(
                run.loads().stream().flatMap(load -> run.cells(load).stream()).toList(), predictions);
    }

    private static Table table(PredictionErrors errors, Predictions predictions, int most) {
        Stream<List<Entry>> cells = errors.rows().size() > most
                ? Stream.of()
                : errors.rows().stream().map(PredictionTable::row);
        Stream<List<Entry>> means = Arrays.stream(Region.values())
                .map(errors::mean)
                .filter(mean -> mean.cells() > 0)
                .map(PredictionTable::mean);
        return new Table(
                "Prediction errors",
                COLUMNS,
                Stream.concat(cells, means).toList(),
                NOTE + " " + predictions.basis() + "."
                        + (predictions.leftOut().isEmpty()
                                ? ""
                                : " Left out: " + String.join("; ", predictions.leftOut()) + "."));
    }

    private static List<Entry> row(Row row) {
        return List.of(
                Entry.of(row.measured().key().experiment()),
                Entry.of(row.measured().key().deployment()),
                Entry.of(row.measured().key().point()),
                share(row.share()),
                error(row.throughput()),
                error(row.p50()),
                error(row.p99()),
                Words.verdict(row.measured().verdict()));
    }

    private static List<Entry> mean(Mean mean) {
        return List.of(
                Entry.of("mean"),
                Entry.of(mean.cells() + (mean.cells() == 1 ? " cell" : " cells")),
                Entry.of(mean.region() == Region.BELOW_KNEE ? "at most 0.85" : "beyond 0.85"),
                Entry.of(""),
                share(mean.throughput()),
                share(mean.p50()),
                share(mean.p99()),
                Entry.of(""));
    }

    private static Entry share(OptionalDouble share) {
        return Entry.of(share.isPresent() ? Numbers.percent(share.getAsDouble()) : Numbers.ABSENT);
    }

    private static Entry error(OptionalDouble error) {
        return Entry.of(error.isPresent() ? Numbers.change(error.getAsDouble()) : Numbers.ABSENT);
    }
}
