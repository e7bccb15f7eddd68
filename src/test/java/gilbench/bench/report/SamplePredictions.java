package gilbench.bench.report;

import gilbench.bench.result.Cell.LoadCell;
import gilbench.bench.result.Finding;
import gilbench.bench.result.Latency;
import gilbench.bench.result.Origin;
import gilbench.bench.result.Predictions;
import gilbench.bench.result.RunResult;
import gilbench.bench.stats.Estimate;
import java.util.List;
import java.util.Optional;

/** Made-up predictions that are a twentieth too high in throughput and a tenth too low in times. */
final class SamplePredictions {
    private SamplePredictions() {}

    /** {@code result} beside them. */
    static RunResult beside(RunResult result) {
        List<LoadCell> cells = result.cells().stream()
                .filter(LoadCell.class::isInstance)
                .map(LoadCell.class::cast)
                .map(SamplePredictions::predicted)
                .toList();
        return result.beside(new Predictions(
                Origin.PREDICTED, "The machine is a made-up one", cells, List.of("threads io 1/s: made up")));
    }

    private static LoadCell predicted(LoadCell cell) {
        return new LoadCell(
                cell.key(),
                cell.workload(),
                cell.capacityShare(),
                10,
                20_000,
                cell.offered(),
                scaled(cell.throughput(), 1.05),
                scaled(cell.responseTime()),
                scaled(cell.completedResponseTime()),
                scaled(cell.serviceTime()),
                cell.errors(),
                cell.cpuPerRequest(),
                cell.budget(),
                cell.inFlight(),
                cell.utilisation(),
                cell.ends(),
                cell.verdict(),
                List.<Finding>of());
    }

    private static Latency scaled(Latency times) {
        return new Latency(
                times.n(),
                scaled(times.mean(), 0.9),
                scaled(times.p50()),
                scaled(times.p90()),
                scaled(times.p95()),
                scaled(times.p99()),
                scaled(times.max(), 0.9));
    }

    private static Optional<Estimate> scaled(Optional<Estimate> estimate) {
        return estimate.map(each -> scaled(each, 0.9));
    }

    private static Estimate scaled(Estimate each, double factor) {
        return new Estimate(each.value() * factor, each.low() * factor, each.high() * factor, each.n());
    }
}
