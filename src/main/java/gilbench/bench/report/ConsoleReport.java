package gilbench.bench.report;

import gilbench.bench.result.Cell;
import gilbench.bench.result.RunResult;
import gilbench.bench.result.Verdict;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The result of a run as plain text of at most 120 columns. */
public final class ConsoleReport {
    private ConsoleReport() {}

    /**
     * The text.
     *
     * @param report where the report for people stands
     */
    public static String of(RunResult result, Path report) {
        RunView run = new RunView(result);
        StringBuilder text = new StringBuilder();
        text.append(result.plan().title()).append('\n').append(summary(result)).append("\n\n");
        ProgramTables.brief(run)
                .forEach(table -> text.append(TextTable.of(table)).append('\n'));
        LoadTables.brief(run)
                .forEach(table -> text.append(TextTable.grouped(table)).append('\n'));
        UtilisationTable.brief(run)
                .forEach(table -> text.append(TextTable.of(table)).append('\n'));
        PredictionTable.brief(run)
                .forEach(table -> text.append(TextTable.of(table)).append('\n'));
        ObjectiveTable.of(run).forEach(table -> text.append(TextTable.of(table)).append('\n'));
        text.append(TextTable.of(FindingTable.brief(result))).append('\n');
        ConclusionTable.of(result)
                .forEach(table -> text.append(TextTable.of(table)).append('\n'));
        return text.append("report: ").append(report).append('\n').toString();
    }

    /** One line: plan, state, how long, how many cells of which verdict. */
    static String summary(RunResult result) {
        return "plan " + result.plan().name() + ", " + result.origin().label() + ", "
                + result.state().label() + " after " + Numbers.duration(result.elapsed()) + ", seed "
                + result.plan().seed() + "; " + verdicts(result);
    }

    /** How many cells have which verdict. */
    static String verdicts(RunResult result) {
        return result.cells().size()
                + (result.cells().size() == 1 ? " cell: " : " cells: ")
                + Arrays.stream(Verdict.values())
                        .map(verdict -> count(result, verdict) + " " + verdict.label())
                        .collect(Collectors.joining(", "));
    }

    private static long count(RunResult result, Verdict verdict) {
        return result.cells().stream()
                .map(Cell::verdict)
                .filter(verdict::equals)
                .count();
    }
}
