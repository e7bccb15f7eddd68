package gilbench.cli;

import gilbench.bench.report.Table;
import gilbench.bench.report.Table.Column;
import gilbench.bench.report.Table.Entry;
import gilbench.bench.report.Table.Tone;
import gilbench.bench.report.TableReport;
import gilbench.bench.stats.Estimate;
import gilbench.cpython.compare.ComparisonVerdict;
import gilbench.cpython.validate.Overall;
import gilbench.cpython.validate.Tally;
import gilbench.cpython.validate.ValidationResult;
import gilbench.cpython.validate.ValidationRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The results of validations as tables for people. */
final class ValidationTables {
    private static final Entry ABSENT = Entry.of("n/a");
    private static final List<Column> COLUMNS = List.of(
            Column.text("experiment"),
            Column.text("case"),
            Column.text("metric"),
            Column.number("real"),
            Column.number("simulated"),
            Column.number("ratio"),
            Column.number("real/real"),
            Column.number("predicted"),
            Column.text("bound"),
            Column.number("n"),
            Column.text("verdict"));
    private static final List<Column> UNDECIDED = List.of(
            Column.text("experiment"), Column.text("case"), Column.text("metric"), Column.text("undecided because"));
    private static final List<Column> TALLIES = List.of(
            Column.text("python"),
            Column.text("metrics"),
            Column.number("met"),
            Column.number("missed"),
            Column.number("undecided"));

    private ValidationTables() {}

    static TableReport of(List<ValidationResult> results, Path folder) {
        String summary = results.stream().map(ValidationTables::summary).collect(Collectors.joining(" "));
        return new TableReport(
                "Simulated GIL beside CPython",
                summary + " Results: " + folder + ".",
                Stream.concat(results.stream().flatMap(ValidationTables::tables), Stream.of(tallies(results)))
                        .toList());
    }

    private static Stream<Table> tables(ValidationResult result) {
        Table all = new Table(
                result.python(),
                COLUMNS,
                result.rows().stream().map(ValidationTables::row).toList(),
                "Medians of the repetitions; the ratio simulated / real (of shares the difference simulated − real) and the "
                        + "same of CPython against itself, with their 95 % intervals; what is predicted in virtual time, "
                        + "with predicted / real (of shares predicted − real) in brackets; n repetitions.");
        Table open = new Table(
                result.python() + ": undecided",
                UNDECIDED,
                result.rows().stream().flatMap(ValidationTables::open).toList(),
                "");
        return open.rows().isEmpty() ? Stream.of(all) : Stream.of(all, open);
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
                predicted(row),
                Entry.of(row.bound()),
                Entry.of(Integer.toString(row.repetitions())),
                Entry.of(row.verdict().label()).in(tone(row.verdict())));
    }

    private static Table tallies(List<ValidationResult> results) {
        return new Table(
                "Metrics by what they say",
                TALLIES,
                results.stream()
                        .flatMap(result -> result.tallies().stream().map(tally -> tally(result, tally)))
                        .toList(),
                "");
    }

    private static List<Entry> tally(ValidationResult result, Tally tally) {
        return List.of(
                Entry.of(result.python()),
                Entry.of(tally.role().label()),
                Entry.of(Long.toString(tally.met())),
                Entry.of(Long.toString(tally.missed())),
                Entry.of(Long.toString(tally.undecided())));
    }

    private static Entry predicted(ValidationRow row) {
        return row.predicted()
                .map(each -> Entry.of(number(each.value())).with(fixed(each.ratio(), 3)))
                .orElse(ABSENT);
    }

    private static Stream<List<Entry>> open(ValidationRow row) {
        return row.doubt().stream()
                .map(doubt -> List.of(
                        Entry.of(row.experiment()),
                        Entry.of(row.name()),
                        Entry.of(row.metric()),
                        Entry.of(doubt.label())));
    }

    private static Entry value(Optional<Estimate> estimate) {
        return estimate.map(each -> Entry.of(number(each.value()))).orElse(ABSENT);
    }

    private static Entry interval(Optional<Estimate> estimate) {
        return estimate.map(each ->
                        Entry.of(fixed(each.value(), 3)).with(fixed(each.low(), 2) + ".." + fixed(each.high(), 2)))
                .orElse(ABSENT);
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
        return "%s, %s%s: %d met, %d missed, %d undecided; mean |ln(simulated/real)| %s; mean |ln(predicted/real)| %s; "
                        .formatted(
                                result.python(),
                                result.state().label(),
                                drawn(result.seed()),
                                result.count(ComparisonVerdict.MET),
                                result.count(ComparisonVerdict.MISSED),
                                result.count(ComparisonVerdict.UNDECIDED),
                                result.simulated().map(ValidationTables::judged).orElse("n/a"),
                                result.predicted().map(ValidationTables::mean).orElse("n/a"))
                + result.discarded() + " observations discarded."
                + disturbed(result.disturbed());
    }

    private static String drawn(OptionalLong seed) {
        return seed.isPresent() ? ", experiments drawn from seed " + seed.getAsLong() : "";
    }

    private static String disturbed(List<String> calibrations) {
        return calibrations.isEmpty()
                ? ""
                : " Others used the machine during the " + String.join(" and the ", calibrations)
                        + "; validate again when it is quiet.";
    }

    private static String judged(Overall overall) {
        return mean(overall) + " (bound " + fixed(100 * Overall.BOUND, 0) + " %: "
                + (overall.isMet() ? ComparisonVerdict.MET : ComparisonVerdict.MISSED).label() + ")";
    }

    private static String mean(Overall overall) {
        return fixed(100 * overall.mean(), 1) + " % over " + overall.metrics() + " decided throughputs and mean waits";
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
