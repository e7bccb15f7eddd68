package gilbench.cli;

import gilbench.bench.report.HeatMap;
import gilbench.bench.report.Supplement;
import gilbench.bench.report.Table;
import gilbench.bench.report.Table.Column;
import gilbench.bench.report.Table.Entry;
import gilbench.bench.report.Table.Tone;
import gilbench.bench.stats.Estimate;
import gilbench.predict.Sizing;
import gilbench.predict.Sizing.Tried;
import gilbench.scenario.text.ObjectiveText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;

/** The answer to a sizing question in the form of a report: a table of the smallest, and a map of all that was tried. */
final class SizingReport {
    private static final List<Column> COLUMNS = List.of(
            Column.text("Model"),
            Column.text("Interpreter"),
            Column.text("Smallest"),
            Column.number("p50, ms"),
            Column.number("p99, ms"),
            Column.number("Capacity left"),
            Column.text("What binds"));

    private final Sizing.Question asked;
    private final Sizing sizing;

    private SizingReport(Sizing.Question asked, Sizing sizing) {
        this.asked = asked;
        this.sizing = sizing;
    }

    /** What the report begins with. */
    static Supplement of(Sizing.Question asked, Sizing sizing) {
        SizingReport report = new SizingReport(asked, sizing);
        return new Supplement("The smallest deployments", List.of(report.answers()), report.maps());
    }

    /** The heading of an answer: objective and cores. */
    static String heading(Sizing.Question asked) {
        return "The smallest deployments for " + ObjectiveText.format(asked.objective()) + " on " + asked.cores()
                + (asked.cores() == 1 ? " core" : " cores");
    }

    private Table answers() {
        return new Table(
                heading(asked),
                COLUMNS,
                sizing.options().stream().map(SizingReport::answer).toList(),
                "By the fewest workers, then the fewest threads. Capacity left: share of the binding resource.");
    }

    private static List<Entry> answer(Sizing.Option option) {
        Optional<Sizing.Fit> fit = option.smallest();
        return List.of(
                Entry.of(option.model().label()),
                Entry.of(option.interpreter().kind().label()),
                fit.map(each -> Entry.of(PredictedRun.name(each.prediction())).in(Tone.GOOD))
                        .orElse(Entry.of("none").in(Tone.BAD)),
                Entry.of(millis(
                        fit.flatMap(each -> each.prediction().responseTime().p50()))),
                Entry.of(millis(
                        fit.flatMap(each -> each.prediction().responseTime().p99()))),
                Entry.of(fit.map(each -> Math.round(100 * each.headroom()) + " %")
                        .orElse("n/a")),
                Entry.of(option.binding()));
    }

    private static String millis(Optional<Estimate> seconds) {
        return seconds.map(each -> String.format(Locale.ROOT, "%.1f", 1000 * each.value()))
                .orElse("n/a");
    }

    private List<HeatMap> maps() {
        return sizing.options().stream()
                .filter(option -> option.grid().size() > 1)
                .map(this::map)
                .toList();
    }

    private HeatMap map(Sizing.Option option) {
        List<Integer> threads = distinct(option, Tried::threads);
        List<Integer> workers = distinct(option, Tried::workers);
        return new HeatMap(
                option.model().label() + ", " + option.interpreter().kind().label(),
                caption(option),
                percentile(),
                asked.objective().bound().toNanos() / 1e6,
                threads,
                workers,
                option.grid().stream()
                        .map(tried -> new HeatMap.Square(
                                threads.indexOf(tried.threads()),
                                workers.indexOf(tried.workers()),
                                millis(tried.seconds()),
                                word(tried.answer())))
                        .toList());
    }

    private static OptionalDouble millis(OptionalDouble seconds) {
        return seconds.isPresent() ? OptionalDouble.of(1000 * seconds.getAsDouble()) : seconds;
    }

    private String caption(Sizing.Option option) {
        String smallest = option.smallest()
                .map(fit -> "Smallest: " + PredictedRun.name(fit.prediction()) + ", " + Math.round(100 * fit.headroom())
                        + " % of its capacity left; ")
                .orElse("Nothing meets the objective; ");
        return smallest + option.binding() + ".";
    }

    private String percentile() {
        return "p" + Math.round(100 * asked.objective().quantile());
    }

    private static List<Integer> distinct(Sizing.Option option, ToIntFunction<Tried> size) {
        return option.grid().stream().mapToInt(size).sorted().distinct().boxed().toList();
    }

    private static String word(Sizing.Answer answer) {
        return switch (answer) {
            case MEETS -> "meets";
            case MISSES -> "misses";
            case SATURATED -> "saturated";
        };
    }
}
