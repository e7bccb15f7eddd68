package gilbench.bench.judge;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.bench.result.Cell;
import gilbench.bench.result.Conclusion;
import gilbench.bench.result.End;
import gilbench.bench.result.Finding;
import gilbench.bench.result.FindingType;
import gilbench.bench.result.Trial;
import gilbench.scenario.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConclusionsTest {
    private static final Finding SATURATED = new Finding(FindingType.SATURATED, "in flight grew");
    private static final Finding LAW = new Finding(FindingType.LITTLES_LAW, "5 against 7");
    private static final List<String> GIL = List.of("threads", "virtual", "loop", "processes");

    private final List<Trial> trials = new ArrayList<>();

    private void cpu(String deployment, int... millis) {
        trials.add(Observed.program(deployment, "cpu", 0, List.of(), millis));
    }

    private void io(String deployment, int together) {
        trials.add(Observed.program(deployment, "io", 0, List.of(), 10_000, together));
    }

    private void load(String deployment, long completed, double millis, List<Finding> findings) {
        Observed seen = Observed.healthy()
                .ends(Map.of(End.COMPLETED, completed))
                .responseTime(Observed.times(completed, millis));
        trials.add(seen.trial(deployment, 0, findings));
    }

    private List<Conclusion> conclude(Plan plan) {
        List<Cell> cells = Cells.of(plan, List.of(), trials);
        return Conclusions.of(plan, cells);
    }

    private Conclusion row(int index) {
        return conclude(Plans.of(1)).get(index);
    }

    private void seedPrograms() {
        cpu("threads", 400, 402, 400, 398, 400, 400);
        cpu("virtual", 400, 401, 400, 404, 400, 400);
        cpu("loop", 400, 400, 400, 400, 400, 401);
        cpu("processes", 400, 208, 400, 210, 400, 212);
        cpu("free", 432, 225, 432, 226, 432, 227);
        io("threads", 2010);
        io("virtual", 2003);
        io("loop", 2020);
        io("processes", 6030);
        io("free", 2010);
    }

    @Test
    void of_cpuProgram_namesTheProcessesWithNumbers() {
        seedPrograms();
        assertThat(row(0))
                .isEqualTo(new Conclusion(
                        "CPU-bound",
                        "2 worker processes",
                        "2 requests of 200 ms of CPU, speed-up over one after the other: "
                                + "2 worker processes 1.90× [1.86, 1.95]; threads 1.00× [0.99, 1.01]; "
                                + "virtual threads 1.00× [0.98, 1.01]; event loop 1.00×"
                                + " [1.00, 1.00]; threads without a GIL 1.91× [1.89, 1.93]; the machine itself 2.00×"));
    }

    @Test
    void of_ioProgram_namesAllWhoShareTheFirstPlace() {
        seedPrograms();
        assertThat(row(1))
                .isEqualTo(new Conclusion(
                        "I/O-bound",
                        "threads, virtual threads, event loop",
                        "5 requests of 2 s of waiting at once: threads 2.01 s; virtual threads 2.00 s; "
                                + "event loop 2.02 s; 2 worker processes 6.03 s; threads without a GIL 2.01 s"));
    }

    @Test
    void of_mixedLoadOneDeploymentSaturated_leavesItOut() {
        for (String name : List.of("threads", "virtual", "loop")) {
            load(name, 2000, 45, List.of());
        }
        load("processes", 1300, 900, List.of(SATURATED));
        Conclusion mixed = row(2);
        assertThat(mixed.bestTool()).isEqualTo("threads, virtual threads, event loop");
        assertThat(mixed.why())
                .startsWith("at 100/s: threads 100.0/s, p99 45.0 ms;")
                .contains("2 worker processes 65.0/s, p99 ≥ 90");
    }

    @Test
    void of_mixedLoadAllKeepUp_isDecidedByThePercentile() {
        GIL.forEach(name -> load(name, 2000, name.equals("processes") ? 31 : 45, List.of()));
        assertThat(row(2).bestTool()).isEqualTo("2 worker processes");
    }

    @Test
    void of_equalNumbers_isUndecided() {
        GIL.forEach(name -> cpu(name, 400, 400, 400, 390));
        GIL.forEach(name -> load(name, 2000, 45, List.of()));
        assertThat(row(0).bestTool()).isEqualTo("undecided");
        assertThat(row(2).bestTool()).isEqualTo("undecided");
        assertThat(row(2).why()).startsWith("no difference beyond the noise");
    }

    @Test
    void of_overlappingIntervals_isUndecided() {
        cpu("threads", 400, 400, 400, 200, 400, 300);
        cpu("processes", 400, 250, 400, 200, 400, 390);
        assertThat(row(0).bestTool()).isEqualTo("undecided");
    }

    @Test
    void of_invalidCells_doNotCount() {
        seedPrograms();
        trials.removeIf(trial -> trial.cell().deployment().equals("processes"));
        trials.add(Observed.program("processes", "cpu", 0, List.of(LAW), 400, 200));
        assertThat(row(0).bestTool()).isEqualTo("undecided");
        assertThat(row(0).why()).doesNotContain("processes");
    }

    @Test
    void of_freeThreadedAlone_isNeverTheBestTool() {
        cpu("free", 400, 200);
        assertThat(row(0).bestTool()).isEqualTo("not measured");
    }

    @Test
    void of_oneDeploymentOnly_isUndecided() {
        cpu("threads", 400, 200);
        assertThat(row(0).bestTool()).isEqualTo("undecided");
        assertThat(row(0).why()).startsWith("only one deployment");
    }

    @Test
    void of_noMixedLoad_splitsWhatTheRowsAboveDecide() {
        seedPrograms();
        Conclusion mixed = conclude(Plans.of(1, List.of(Plans.CPU, Plans.IO))).get(2);
        assertThat(mixed.bestTool())
                .isEqualTo("split: CPU in 2 worker processes, waiting in threads, virtual threads, event loop");
    }

    @Test
    void of_nothing_isNotMeasured() {
        assertThat(conclude(Plans.of(1)))
                .extracting(Conclusion::bestTool)
                .containsExactly("not measured", "not measured", "not measured");
    }
}
