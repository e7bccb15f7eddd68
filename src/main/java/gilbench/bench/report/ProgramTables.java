package gilbench.bench.report;

import gilbench.bench.report.Table.Column;
import gilbench.bench.report.Table.Entry;
import gilbench.bench.result.Cell.ProgramCell;
import gilbench.scenario.Arrangement;
import gilbench.scenario.Experiment;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One table for each program: elapsed times and speed-ups by deployment. */
final class ProgramTables {
    private static final List<Column> COLUMNS = List.of(
            Column.text("Deployment"),
            Column.number("Serial, s"),
            Column.number("Together, s"),
            Column.number("Speed-up"),
            Column.number("Machine's own"),
            Column.number("Relative"),
            Column.number("Blocks"),
            Column.text("Verdict"));

    private ProgramTables() {}

    /** With intervals for speed-ups alone. */
    static List<Table> brief(RunView run) {
        return tables(run, entry -> entry.with(""));
    }

    /** With all intervals. */
    static List<Table> full(RunView run) {
        return tables(run, entry -> entry);
    }

    private static List<Table> tables(RunView run, UnaryOperator<Entry> time) {
        return run.programs().stream()
                .map(program -> new Table(
                                "Program " + Words.experiment(program),
                                COLUMNS,
                                run.cells(program).stream()
                                        .map(cell -> row(cell, time))
                                        .toList(),
                                note(program))
                        .withoutAbsentColumns())
                .toList();
    }

    private static List<Entry> row(ProgramCell cell, UnaryOperator<Entry> time) {
        return List.of(
                Entry.of(cell.key().deployment()),
                time.apply(elapsed(cell, Arrangement.SERIAL)),
                time.apply(elapsed(cell, Arrangement.TOGETHER)),
                Numbers.estimate(cell.speedup(), Numbers::ratio),
                Numbers.estimate(cell.machineSpeedup(), Numbers::ratio),
                Numbers.estimate(cell.relative(), Numbers::ratio),
                Entry.of(Numbers.count(cell.blocks())),
                Words.verdict(cell.verdict()));
    }

    private static Entry elapsed(ProgramCell cell, Arrangement arrangement) {
        return Numbers.estimate(Optional.ofNullable(cell.elapsed().get(arrangement)), Numbers::seconds);
    }

    private static String note(Experiment.Program program) {
        return program.arrangements().size() > 1
                ? "Speed-up = serial / together, the median over back-to-back pairs. Machine's own: the same with plain burners, "
                        + "without GIL or server. Relative = speed-up / machine's own."
                : "";
    }
}
