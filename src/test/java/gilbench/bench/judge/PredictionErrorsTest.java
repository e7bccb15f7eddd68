package gilbench.bench.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gilbench.bench.judge.PredictionErrors.Region;
import gilbench.bench.judge.PredictionErrors.Row;
import gilbench.bench.result.Cell.LoadCell;
import gilbench.bench.result.CellKey;
import gilbench.bench.result.Finding;
import gilbench.bench.result.FindingType;
import gilbench.bench.result.InFlight;
import gilbench.bench.result.Latency;
import gilbench.bench.result.MeanBudget;
import gilbench.bench.result.Origin;
import gilbench.bench.result.Predictions;
import gilbench.bench.result.Verdict;
import gilbench.bench.stats.Estimate;
import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.Workload;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PredictionErrorsTest {
    private static final Finding SATURATED = new Finding(FindingType.SATURATED, "in flight grew");
    private static final Finding LAW = new Finding(FindingType.LITTLES_LAW, "5 against 7");

    @Test
    void of_cellBelowTheKnee_comparesThroughputAndPercentiles() {
        Row row = errors(List.of(cell(50, 50, 0.100, 0.5)), List.of(cell(50, 55, 0.080, 0.5)))
                .rows()
                .getFirst();

        assertThat(row.region()).isEqualTo(Region.BELOW_KNEE);
        assertThat(row.throughput().orElseThrow()).isCloseTo(0.1, within(1e-9));
        assertThat(row.p50().orElseThrow()).isCloseTo(-0.2, within(1e-9));
        assertThat(row.p99().orElseThrow()).isCloseTo(-0.2, within(1e-9));
    }

    @Test
    void of_cellBeyondTheKnee_comparesThroughputAlone() {
        Row row = errors(List.of(cell(90, 90, 0.1, 0.9)), List.of(cell(90, 81, 0.2, 0.9)))
                .rows()
                .getFirst();

        assertThat(row.region()).isEqualTo(Region.BEYOND_KNEE);
        assertThat(row.throughput().orElseThrow()).isCloseTo(-0.1, within(1e-9));
        assertThat(row.p50()).isEmpty();
        assertThat(row.p99()).isEmpty();
    }

    @Test
    void of_someCellSaturated_capacityIsTheHighestThroughputSeen() {
        List<LoadCell> measured = List.of(cell(70, 70, 0.1, 0.5), cell(130, 80, 2, 1.3, SATURATED));

        List<Row> rows = errors(measured, measured).rows();

        assertThat(rows.getFirst().share().orElseThrow()).isCloseTo(70.0 / 80, within(1e-9));
        assertThat(rows).extracting(Row::region).containsOnly(Region.BEYOND_KNEE);
    }

    @Test
    void of_cellThatWasNotPredicted_hasNoRow() {
        assertThat(errors(List.of(cell(50, 50, 0.1, 0.5)), List.of()).rows()).isEmpty();
    }

    @Test
    void mean_signsThatDiffer_doNotCancel() {
        PredictionErrors errors = errors(
                List.of(cell(10, 10, 0.1, 0.1), cell(20, 20, 0.1, 0.2)),
                List.of(cell(10, 9, 0.1, 0.1), cell(20, 24, 0.1, 0.2)));

        assertThat(errors.mean(Region.BELOW_KNEE).throughput().orElseThrow()).isCloseTo(0.15, within(1e-9));
        assertThat(errors.mean(Region.BELOW_KNEE).cells()).isEqualTo(2);
        assertThat(errors.mean(Region.BEYOND_KNEE).throughput()).isEmpty();
    }

    @Test
    void mean_invalidCell_doesNotCount() {
        PredictionErrors errors = errors(List.of(cell(10, 10, 0.1, 0.1, LAW)), List.of(cell(10, 1, 0.1, 0.1)));

        assertThat(errors.rows()).hasSize(1);
        assertThat(errors.mean(Region.BELOW_KNEE).cells()).isZero();
    }

    private static PredictionErrors errors(List<LoadCell> measured, List<LoadCell> predicted) {
        return PredictionErrors.of(measured, new Predictions(Origin.PREDICTED, "", predicted, List.of()));
    }

    static LoadCell cell(double rate, double throughput, double seconds, double share, Finding... findings) {
        Optional<Estimate> percentile = Optional.of(Estimate.single(seconds));
        Latency times = new Latency(
                2000,
                Estimate.single(seconds),
                percentile,
                percentile,
                percentile,
                percentile,
                Estimate.single(seconds));
        return new LoadCell(
                new CellKey("threads", "mixed", rate + "/s"),
                new Workload.Open(ArrivalPattern.POISSON, rate),
                OptionalDouble.of(share),
                1,
                2000,
                rate,
                Estimate.single(throughput),
                times,
                times,
                times,
                0,
                Estimate.single(0.01),
                MeanBudget.NONE,
                new InFlight(0, 0, 1, 2),
                Optional.empty(),
                Map.of(),
                List.of(findings).stream().map(Finding::verdict).reduce(Verdict.VALID, Verdict::and),
                List.of(findings));
    }
}
