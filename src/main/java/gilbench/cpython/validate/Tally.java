package gilbench.cpython.validate;

import gilbench.cpython.compare.ComparisonVerdict;
import java.util.List;

/** How many of the metrics of one role are met, missed and undecided. */
public record Tally(Metric.Role role, long met, long missed, long undecided) {
    static Tally of(Metric.Role role, List<ValidationRow> rows) {
        List<ComparisonVerdict> verdicts = rows.stream()
                .filter(row -> row.role() == role)
                .map(ValidationRow::verdict)
                .toList();
        return new Tally(
                role,
                count(verdicts, ComparisonVerdict.MET),
                count(verdicts, ComparisonVerdict.MISSED),
                count(verdicts, ComparisonVerdict.UNDECIDED));
    }

    private static long count(List<ComparisonVerdict> verdicts, ComparisonVerdict verdict) {
        return verdicts.stream().filter(each -> each == verdict).count();
    }
}
