package gilbench.cpython;

import gilbench.bench.stats.Estimate;
import java.util.Optional;

/**
 * One metric of one case.
 *
 * @param experiment the group of the case
 * @param name the case in its group
 * @param metric for people, unit included
 * @param role what the metric says
 * @param bound for people
 * @param real the median of the repetitions, absent when there are none
 * @param simulated the same of the simulation
 * @param ratio simulated / real, or simulated − real of shares
 * @param control the same of CPython against itself
 * @param repetitions how many entered
 */
public record ValidationRow(
        String experiment,
        String name,
        String metric,
        Metric.Role role,
        String bound,
        Optional<Estimate> real,
        Optional<Estimate> simulated,
        Optional<Estimate> ratio,
        Optional<Estimate> control,
        int repetitions,
        ComparisonVerdict verdict) {
    /** Whether the row enters the overall mean: a throughput or a mean wait that is decided. */
    public boolean isDecided() {
        return role != Metric.Role.OTHER && (verdict == ComparisonVerdict.MET || verdict == ComparisonVerdict.MISSED);
    }
}
