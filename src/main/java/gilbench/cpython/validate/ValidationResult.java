package gilbench.cpython.validate;

import gilbench.bench.result.RunState;
import gilbench.cpython.compare.ComparisonVerdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What a validation against one Python found.
 *
 * @param python its name and version
 * @param seed from which the experiments were drawn, absent for the fixed list
 * @param rows one for each metric, in the order of the list of experiments
 * @param tallies one for each role
 * @param simulated the simulation over the decided throughputs and mean waits; empty when there are none
 * @param predicted the prediction over those of them that it has
 * @param discarded observations that were thrown away because others used the machine
 * @param disturbed the calibrations during which others used it all the same, for people
 */
public record ValidationResult(
        String python,
        ValidationExtent extent,
        OptionalLong seed,
        RunState state,
        List<ValidationRow> rows,
        List<Tally> tallies,
        Optional<Overall> simulated,
        Optional<Overall> predicted,
        int discarded,
        List<String> disturbed) {
    /** Makes the lists immutable. */
    public ValidationResult {
        rows = List.copyOf(rows);
        tallies = List.copyOf(tallies);
        disturbed = List.copyOf(disturbed);
    }

    static ValidationResult of(
            String python,
            ExperimentList list,
            RunState state,
            List<ValidationRow> rows,
            int discarded,
            List<String> disturbed) {
        List<ValidationRow> decided =
                rows.stream().filter(ValidationRow::isDecided).toList();
        return new ValidationResult(
                python,
                list.extent(),
                list.seed(),
                state,
                rows,
                Stream.of(Metric.Role.values())
                        .map(role -> Tally.of(role, rows))
                        .toList(),
                Overall.of(decided.stream()
                        .map(row -> row.ratio().orElseThrow().value())
                        .toList()),
                Overall.of(decided.stream()
                        .flatMap(row -> row.predicted().stream())
                        .map(ValidationRow.Predicted::ratio)
                        .toList()),
                discarded,
                disturbed);
    }

    /** How many rows have {@code verdict}. */
    public long count(ComparisonVerdict verdict) {
        return rows.stream().filter(row -> row.verdict() == verdict).count();
    }
}
