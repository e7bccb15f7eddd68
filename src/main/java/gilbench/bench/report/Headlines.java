package gilbench.bench.report;

import gilbench.bench.result.Cell;
import gilbench.bench.result.Cell.LoadCell;
import gilbench.bench.result.Cell.ProgramCell;
import gilbench.bench.result.Verdict;
import gilbench.bench.stats.Estimate;
import gilbench.scenario.Arrangement;
import gilbench.scenario.Experiment;
import gilbench.scenario.text.ProfileText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One card for each experiment: a single number for each deployment, with a bar from 0. */
final class Headlines {
    private final RunView run;
    private final List<SeriesStyle> styles;

    private Headlines(RunView run) {
        this.run = run;
        this.styles = SeriesStyle.of(run.result().plan());
    }

    private record Row(String deployment, Estimate estimate, Verdict verdict) {}

    static String of(RunView run) {
        Headlines headlines = new Headlines(run);
        List<String> cards = new ArrayList<>();
        run.programs().forEach(program -> cards.add(headlines.program(program)));
        run.loads().forEach(load -> cards.add(headlines.load(load)));
        return String.join("", cards);
    }

    private String program(Experiment.Program program) {
        List<Row> speedups = rows(run.cells(program), ProgramCell::speedup);
        String work = program.requests() + " × " + ProfileText.format(program.profile());
        return speedups.isEmpty()
                ? card(
                        program.name(),
                        work + ", all at once: elapsed",
                        rows(
                                run.cells(program),
                                cell -> Optional.ofNullable(cell.elapsed().get(Arrangement.TOGETHER))),
                        Numbers::seconds,
                        " s")
                : card(program.name(), work + ": speed-up of all at once", speedups, Numbers::ratio, " ×");
    }

    private String load(Experiment.Load load) {
        List<Row> highest = run.deployments().stream()
                .flatMap(name -> run.cells(load).stream()
                        .filter(cell -> cell.key().deployment().equals(name) && cell.verdict() != Verdict.INVALID)
                        .max(Comparator.comparingDouble(
                                (LoadCell cell) -> cell.throughput().value()))
                        .stream())
                .map(cell -> new Row(cell.key().deployment(), cell.throughput(), Verdict.VALID))
                .toList();
        return card(
                load.name(),
                ProfileText.format(load.profile()) + ": highest throughput seen",
                highest,
                Numbers::plain,
                "/s");
    }

    private static <C extends Cell> List<Row> rows(List<C> cells, Function<C, Optional<Estimate>> number) {
        return cells.stream()
                .flatMap(cell -> number.apply(cell).stream()
                        .map(estimate -> new Row(cell.key().deployment(), estimate, cell.verdict())))
                .toList();
    }

    private String card(String name, String what, List<Row> rows, DoubleFunction<String> form, String unit) {
        double most =
                rows.stream().mapToDouble(row -> row.estimate.value()).max().orElse(1);
        String body = rows.stream().map(row -> row(row, most, form, unit)).collect(Collectors.joining());
        return "<article class=\"card\"><h3>" + Html.escaped(name) + "</h3><p>" + Html.escaped(what) + "</p>"
                + (rows.isEmpty() ? "<p class=\"muted\">Nothing usable was measured.</p>" : "<dl>" + body + "</dl>")
                + "</article>\n";
    }

    private String row(Row row, double most, DoubleFunction<String> form, String unit) {
        SeriesStyle style = styles.stream()
                .filter(each -> each.name().equals(row.deployment))
                .findFirst()
                .orElseThrow();
        String width = String.format(Locale.ROOT, "%.1f", 100 * Math.max(0, row.estimate.value() / most));
        String interval = Numbers.interval(row.estimate, form);
        return "<div" + (row.verdict == Verdict.INVALID ? " class=\"invalid\"" : "") + "><dt>" + Figures.marker(style)
                + Html.escaped(row.deployment) + "</dt><dd>" + form.apply(row.estimate.value()) + unit
                + (interval.isEmpty() ? "" : " <small>[" + interval + "]</small>")
                + "</dd><dd class=\"bar-cell\"><svg class=\"bar s" + style.colour()
                + "\" aria-hidden=\"true\" width=\"100%\" height=\"6\"><rect width=\""
                + width + "%\" height=\"6\" rx=\"3\"/></svg></dd></div>\n";
    }
}
