package gilbench.cpython.validate;

import gilbench.bench.stats.Estimate;
import gilbench.cpython.compare.ComparisonVerdict;
import gilbench.cpython.compare.Doubt;
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
 * @param predicted absent when nothing was predicted, or there are no repetitions
 * @param repetitions how many entered
 * @param doubt why it is undecided
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
        Optional<Predicted> predicted,
        int repetitions,
        ComparisonVerdict verdict,
        Optional<Doubt> doubt) {

    /**
     * What was predicted.
     *
     * @param ratio predicted / real, or predicted − real of shares
     */
    public record Predicted(double value, double ratio) {}

    /** Whether the row enters the overall mean: a throughput or a mean wait that is decided. */
    public boolean isDecided() {
        return role != Metric.Role.OTHER && (verdict == ComparisonVerdict.MET || verdict == ComparisonVerdict.MISSED);
    }
}
