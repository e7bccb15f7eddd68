package gilbench.cpython;

import gilbench.bench.result.RunState;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a validation against one Python found.
 *
 * @param python its name and version
 * @param rows one for each metric, in the order of the list of experiments
 * @param discarded observations that were thrown away because others used the machine
 */
public record ValidationResult(
        String python, ValidationExtent extent, RunState state, List<ValidationRow> rows, int discarded) {
    /** Makes the list immutable. */
    public ValidationResult {
        rows = List.copyOf(rows);
    }

    /** How many rows have {@code verdict}. */
    public long count(ComparisonVerdict verdict) {
        return rows.stream().filter(row -> row.verdict() == verdict).count();
    }

    /** The mean of |ln(simulated/real)| over the decided throughputs and mean waits; empty when there are none. */
    public OptionalDouble overall() {
        return rows.stream()
                .filter(ValidationRow::isDecided)
                .mapToDouble(row -> Math.abs(Math.log(row.ratio().orElseThrow().value())))
                .average();
    }
}
