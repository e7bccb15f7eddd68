package gilbench.bench.judge;

import gilbench.bench.result.Cell.LoadCell;
import gilbench.bench.result.FindingType;
import gilbench.bench.result.Latency;
import gilbench.bench.result.Verdict;
import gilbench.bench.stats.Estimate;
import gilbench.scenario.Objective;
import gilbench.scenario.Workload;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The capacity of a deployment at the objective: up to which offered rate the objective was met, and where it was missed.
 *
 * <p>A rate meets the objective when the percentile of the response time of all requests is within the bound and the share
 * of failures is allowed; of a saturated cell the percentile is at least what was seen, so that it can miss but not meet.
 * Invalid cells, and cells with too few requests for the percentile, say nothing.
 *
 * @param met the highest rate below which no judged rate misses, 1/s; empty when the lowest judged rate misses or none was judged
 * @param missed the lowest rate that misses, 1/s; empty when none does
 */
public record AtObjective(OptionalDouble met, OptionalDouble missed) {
    private record Judged(double rate, boolean meets) {}

    /** What the cells of one deployment and one request profile say; those of closed workloads are passed over. */
    public static AtObjective of(Objective objective, List<LoadCell> cells) {
        List<Judged> judged = cells.stream()
                .flatMap(cell -> judged(objective, cell).stream())
                .sorted(Comparator.comparingDouble(Judged::rate))
                .toList();
        OptionalDouble missed = judged.stream()
                .filter(each -> !each.meets())
                .mapToDouble(Judged::rate)
                .findFirst();
        OptionalDouble met = judged.stream()
                .filter(Judged::meets)
                .mapToDouble(Judged::rate)
                .filter(rate -> rate < missed.orElse(Double.POSITIVE_INFINITY))
                .max();
        return new AtObjective(met, missed);
    }

    private static Optional<Judged> judged(Objective objective, LoadCell cell) {
        boolean ramp = cell.findings().stream().anyMatch(finding -> finding.type() == FindingType.RAMP);
        if (ramp || cell.verdict() == Verdict.INVALID || !(cell.workload() instanceof Workload.Open open)) {
            return Optional.empty();
        }
        if (cell.errors() > objective.errors()) {
            return Optional.of(new Judged(open.rate(), false));
        }
        return percentile(cell.responseTime(), objective.quantile())
                .map(Estimate::value)
                .map(seconds -> seconds <= objective.bound().toNanos() / 1e9)
                .filter(within -> !within || !saturated(cell))
                .map(within -> new Judged(open.rate(), within));
    }

    private static boolean saturated(LoadCell cell) {
        return cell.findings().stream().anyMatch(finding -> finding.type() == FindingType.SATURATED);
    }

    private static Optional<Estimate> percentile(Latency latency, double quantile) {
        return switch ((int) Math.round(quantile * 100)) {
            case 50 -> latency.p50();
            case 90 -> latency.p90();
            case 95 -> latency.p95();
            case 99 -> latency.p99();
            default -> Optional.empty();
        };
    }
}
