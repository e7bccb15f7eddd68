package gilbench.cli;

import gilbench.bench.stats.Estimate;
import gilbench.predict.Prediction;
import gilbench.predict.Sizing;
import gilbench.scenario.text.ObjectiveText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The answer to a sizing question as text. */
final class SizingText {
    private static final int MOST_COLUMNS = 64;

    private SizingText() {}

    static String of(Sizing.Question asked, Sizing sizing) {
        return SizingReport.heading(asked) + "\n\n"
                + sizing.options().stream().map(option -> option(asked, option)).collect(Collectors.joining("\n"))
                + "\n";
    }

    private static String option(Sizing.Question asked, Sizing.Option option) {
        String name =
                option.model().label() + ", " + option.interpreter().kind().label() + ": ";
        return name + option.smallest().map(SizingText::fit).orElse("nothing meets the objective") + "; "
                + option.binding() + "\n"
                + (option.grid().size() > 1 ? map(asked, option) : "");
    }

    private static String fit(Sizing.Fit fit) {
        Prediction prediction = fit.prediction();
        return PredictedRun.name(prediction)
                + String.format(
                        Locale.ROOT,
                        ", p50 %s ms, p99 %s ms, %d %% of its capacity left",
                        millis(prediction.responseTime().p50()),
                        millis(prediction.responseTime().p99()),
                        Math.round(100 * fit.headroom()));
    }

    private static String millis(Optional<Estimate> seconds) {
        return seconds.map(each -> String.format(Locale.ROOT, "%.3g", each.value() * 1000))
                .orElse("n/a");
    }

    /** Workers downwards, threads to the right; {@code #} meets the objective, {@code .} misses it, blank is saturated. */
    private static String map(Sizing.Question asked, Sizing.Option option) {
        Map<Integer, List<Sizing.Tried>> rows = option.grid().stream()
                .collect(Collectors.groupingBy(Sizing.Tried::workers, TreeMap::new, Collectors.toList()));
        StringBuilder text = new StringBuilder();
        List<Integer> threads = rows.values().iterator().next().stream()
                .map(Sizing.Tried::threads)
                .toList();
        text.append("  workers downwards, threads to the right: ")
                .append(shortened(threads))
                .append("; # meets ")
                .append(ObjectiveText.format(asked.objective()))
                .append(", . misses it, blank: saturated\n");
        rows.forEach((workers, row) -> text.append(String.format(Locale.ROOT, "  %4d |", workers))
                .append(row.stream().limit(MOST_COLUMNS).map(SizingText::mark).collect(Collectors.joining()))
                .append("|\n"));
        return text.toString();
    }

    private static String shortened(List<Integer> numbers) {
        boolean whole = numbers.getLast() - numbers.getFirst() == numbers.size() - 1;
        return whole && numbers.size() > 2
                ? numbers.getFirst() + " to " + numbers.getLast()
                : numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static String mark(Sizing.Tried tried) {
        return switch (tried.answer()) {
            case MEETS -> "#";
            case MISSES -> ".";
            case SATURATED -> " ";
        };
    }
}
