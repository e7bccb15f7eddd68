package gilbench.cli;

import gilbench.bench.report.Table;
import gilbench.bench.report.Table.Column;
import gilbench.bench.report.Table.Entry;
import gilbench.bench.report.Table.Tone;
import gilbench.bench.report.TableReport;
import gilbench.bench.stats.Estimate;
import gilbench.cpython.ComparisonVerdict;
import gilbench.cpython.ValidationResult;
import gilbench.cpython.ValidationRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The results of validations as tables for people. */
final class ValidationTables {
    private static final List<Column> COLUMNS = List.of(
            Column.text("experiment"),
            Column.text("case"),
            Column.text("metric"),
            Column.number("real"),
            Column.number("simulated"),
            Column.number("ratio"),
            Column.number("real/real"),
            Column.text("bound"),
            Column.number("n"),
            Column.text("verdict"));

    private ValidationTables() {}

    static TableReport of(List<ValidationResult> results, Path folder) {
        String summary = results.stream().map(ValidationTables::summary).collect(Collectors.joining(" "));
        return new TableReport(
                "Simulated GIL beside CPython",
                summary + " Results: " + folder + ".",
                results.stream().map(ValidationTables::table).toList());
    }

    private static Table table(ValidationResult result) {
        return new Table(
                result.python(),
                COLUMNS,
                result.rows().stream().map(ValidationTables::row).toList(),
                "Medians of the repetitions; the ratio simulated / real (of shares the difference simulated − real) and the "
                        + "same of CPython against itself, with their 95 % intervals; n repetitions.");
    }

    private static List<Entry> row(ValidationRow row) {
        return List.of(
                Entry.of(row.experiment()),
                Entry.of(row.name()),
                Entry.of(row.metric()),
                value(row.real()),
                value(row.simulated()),
                interval(row.ratio()),
                interval(row.control()),
                Entry.of(row.bound()),
                Entry.of(Integer.toString(row.repetitions())),
                Entry.of(row.verdict().label()).in(tone(row.verdict())));
    }

    private static Entry value(Optional<Estimate> estimate) {
        return estimate.map(each -> Entry.of(number(each.value()))).orElse(Entry.of("n/a"));
    }

    private static Entry interval(Optional<Estimate> estimate) {
        return estimate.map(each ->
                        Entry.of(fixed(each.value(), 3)).with(fixed(each.low(), 2) + ".." + fixed(each.high(), 2)))
                .orElse(Entry.of("n/a"));
    }

    private static Tone tone(ComparisonVerdict verdict) {
        return switch (verdict) {
            case MET -> Tone.GOOD;
            case MISSED -> Tone.BAD;
            case UNDECIDED -> Tone.CAUTION;
            case SHOWN -> Tone.MUTED;
        };
    }

    private static String summary(ValidationResult result) {
        OptionalDouble overall = result.overall();
        return "%s, %s: %d met, %d missed, %d undecided; mean |ln(simulated/real)| %s; %d observations discarded."
                .formatted(
                        result.python(),
                        result.state().label(),
                        result.count(ComparisonVerdict.MET),
                        result.count(ComparisonVerdict.MISSED),
                        result.count(ComparisonVerdict.UNDECIDED),
                        overall.isPresent() ? fixed(100 * overall.getAsDouble(), 1) + " %" : "n/a",
                        result.discarded());
    }

    private static String number(double value) {
        double size = Math.abs(value);
        return size >= 1000
                ? String.format(Locale.ROOT, "%,.0f", value)
                : fixed(value, size >= 100 ? 0 : size >= 10 ? 1 : 3);
    }

    private static String fixed(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
