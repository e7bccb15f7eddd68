package gilbench.bench.judge;

import gilbench.bench.result.Cell.LoadCell;
import gilbench.bench.result.FindingType;
import gilbench.bench.result.Latency;
import gilbench.bench.result.Predictions;
import gilbench.bench.result.Verdict;
import gilbench.bench.stats.Estimate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How far predictions are from measurements, cell by cell: predicted / measured − 1.
 *
 * <p>The capacity of a deployment for a request profile is the highest throughput that was measured where one of its cells
 * was saturated, else the computed one. Percentiles are compared up to {@link #KNEE} of it alone: beyond, they say how long
 * one has looked. Invalid cells are listed, and are not part of the means.
 */
public record PredictionErrors(List<Row> rows) {
    /** The share of the capacity up to which percentiles are compared. */
    public static final double KNEE = 0.85;

    /** Copies the list. */
    public PredictionErrors {
        rows = List.copyOf(rows);
    }

    /** Where a cell stands. */
    public enum Region {
        /** At most {@link #KNEE} of the capacity. */
        BELOW_KNEE,
        /** Above it, or saturated. */
        BEYOND_KNEE
    }

    /**
     * One cell.
     *
     * @param share what is offered as a share of the capacity; empty where nothing bounds it
     */
    public record Row(
            LoadCell measured,
            OptionalDouble share,
            Region region,
            OptionalDouble throughput,
            OptionalDouble p50,
            OptionalDouble p99) {}

    /**
     * The means of absolute values over the cells of a region.
     *
     * @param cells how many there are
     */
    public record Mean(Region region, long cells, OptionalDouble throughput, OptionalDouble p50, OptionalDouble p99) {}

    /** The errors of the cells that were predicted. */
    public static PredictionErrors of(List<LoadCell> measured, Predictions predictions) {
        return new PredictionErrors(measured.stream()
                .flatMap(cell -> predictions.of(cell.key()).stream().map(predicted -> row(measured, cell, predicted)))
                .toList());
    }

    /** The means of a region. */
    public Mean mean(Region region) {
        List<Row> counted = rows.stream()
                .filter(row -> row.region == region && row.measured.verdict() != Verdict.INVALID)
                .toList();
        return new Mean(
                region,
                counted.size(),
                mean(counted, Row::throughput),
                mean(counted, Row::p50),
                mean(counted, Row::p99));
    }

    private static OptionalDouble mean(List<Row> rows, Function<Row, OptionalDouble> error) {
        return rows.stream()
                .flatMap(row -> error.apply(row).stream().boxed())
                .mapToDouble(Math::abs)
                .average();
    }

    private static Row row(List<LoadCell> all, LoadCell cell, LoadCell predicted) {
        OptionalDouble share = share(all, cell, predicted);
        Region region = saturated(cell) || share.orElse(0) > KNEE ? Region.BEYOND_KNEE : Region.BELOW_KNEE;
        boolean compared = region == Region.BELOW_KNEE;
        return new Row(
                cell,
                share,
                region,
                error(predicted.throughput(), cell.throughput()),
                compared ? error(predicted, cell, Latency::p50) : OptionalDouble.empty(),
                compared ? error(predicted, cell, Latency::p99) : OptionalDouble.empty());
    }

    private static OptionalDouble share(List<LoadCell> all, LoadCell cell, LoadCell predicted) {
        List<LoadCell> same = all.stream()
                .filter(each -> each.key().deployment().equals(cell.key().deployment())
                        && each.key().experiment().equals(cell.key().experiment())
                        && each.verdict() != Verdict.INVALID)
                .toList();
        OptionalDouble most =
                same.stream().mapToDouble(each -> each.throughput().value()).max();
        if (most.isPresent() && same.stream().anyMatch(PredictionErrors::saturated)) {
            return OptionalDouble.of(cell.offered() / most.getAsDouble());
        }
        return cell.capacityShare().isPresent() ? cell.capacityShare() : predicted.capacityShare();
    }

    private static boolean saturated(LoadCell cell) {
        return cell.findings().stream().anyMatch(finding -> finding.type() == FindingType.SATURATED);
    }

    private static OptionalDouble error(
            LoadCell predicted, LoadCell measured, Function<Latency, Optional<Estimate>> percentile) {
        return Stream.of(percentile.apply(predicted.responseTime()))
                .flatMap(Optional::stream)
                .flatMapToDouble(ours -> percentile.apply(measured.responseTime()).stream()
                        .flatMapToDouble(theirs -> error(ours, theirs).stream()))
                .findFirst();
    }

    private static OptionalDouble error(Estimate predicted, Estimate measured) {
        return measured.value() > 0
                ? OptionalDouble.of(predicted.value() / measured.value() - 1)
                : OptionalDouble.empty();
    }
}
