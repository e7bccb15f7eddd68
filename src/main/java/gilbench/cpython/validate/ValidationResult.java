package gilbench.cpython.validate;

import gilbench.bench.result.RunState;
import gilbench.cpython.compare.ComparisonVerdict;
import java.util.List;
import java.util.Optional;

/**
 * What a validation against one Python found.
 *
 * @param python its name and version
 * @param rows one for each metric, in the order of the list of experiments
 * @param simulated the simulation over the decided throughputs and mean waits; empty when there are none
 * @param predicted the prediction over those of them that it has
 * @param discarded observations that were thrown away because others used the machine
 */
public record ValidationResult(
        String python,
        ValidationExtent extent,
        RunState state,
        List<ValidationRow> rows,
        Optional<Overall> simulated,
        Optional<Overall> predicted,
        int discarded) {
    /** Makes the list immutable. */
    public ValidationResult {
        rows = List.copyOf(rows);
    }

    static ValidationResult of(
            String python, ValidationExtent extent, RunState state, List<ValidationRow> rows, int discarded) {
        List<ValidationRow> decided =
                rows.stream().filter(ValidationRow::isDecided).toList();
        return new ValidationResult(
                python,
                extent,
                state,
                rows,
                Overall.of(decided.stream()
                        .map(row -> row.ratio().orElseThrow().value())
                        .toList()),
                Overall.of(decided.stream()
                        .flatMap(row -> row.predicted().stream())
                        .map(ValidationRow.Predicted::ratio)
                        .toList()),
                discarded);
    }

    /** How many rows have {@code verdict}. */
    public long count(ComparisonVerdict verdict) {
        return rows.stream().filter(row -> row.verdict() == verdict).count();
    }
}
