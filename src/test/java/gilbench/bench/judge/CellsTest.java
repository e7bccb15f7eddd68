package gilbench.bench.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gilbench.bench.result.Cell;
import gilbench.bench.result.Cell.LoadCell;
import gilbench.bench.result.Cell.ProgramCell;
import gilbench.bench.result.CellKey;
import gilbench.bench.result.End;
import gilbench.bench.result.Finding;
import gilbench.bench.result.FindingType;
import gilbench.bench.result.Launch;
import gilbench.bench.result.Trial;
import gilbench.bench.result.Verdict;
import gilbench.bench.stats.Estimate;
import gilbench.scenario.Arrangement;
import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.Plan;
import gilbench.scenario.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CellsTest {
    private static final Plan PLAN = Plans.of(3);
    private static final Finding LAW = new Finding(FindingType.LITTLES_LAW, "5 against 7");
    private static final Finding SATURATED = new Finding(FindingType.SATURATED, "in flight grew");

    private static Observed slow() {
        return Observed.healthy()
                .responseTime(Observed.times(1000, 450))
                .ends(Map.of(End.COMPLETED, 1000L, End.REJECTED, 1000L));
    }

    private static LoadCell load(Trial... trials) {
        return (LoadCell) Cells.of(PLAN, List.of(), List.of(trials)).getFirst();
    }

    private static ProgramCell program(Trial... trials) {
        return (ProgramCell) Cells.of(PLAN, List.of(), List.of(trials)).getFirst();
    }

    @Test
    void of_loadTrials_mergesDistributionsAndNeverAveragesPercentiles() {
        LoadCell cell = load(
                Observed.healthy().trial("threads", 0, List.of()),
                slow().trial("threads", 1, List.of()),
                Observed.healthy().trial("threads", 2, List.of()));
        assertThat(cell.trials()).isEqualTo(3);
        assertThat(cell.requests()).isEqualTo(6000);
        assertThat(cell.responseTime().n()).isEqualTo(5000);
        assertThat(cell.responseTime().p50())
                .hasValueSatisfying(p -> assertThat(p.value()).isCloseTo(0.05, within(0.001)));
        assertThat(cell.responseTime().p99()).hasValueSatisfying(p -> {
            assertThat(p.value()).isCloseTo(0.45, within(0.001));
            assertThat(p.low()).isLessThan(0.05);
            assertThat(p.n()).isEqualTo(3);
        });
        assertThat(cell.throughput().value()).isCloseTo((100 + 50 + 100) / 3.0, within(1e-9));
        assertThat(cell.throughput().low()).isLessThan(cell.throughput().value());
        assertThat(cell.throughput().n()).isEqualTo(3);
        assertThat(cell.errors()).isCloseTo(1 / 6.0, within(1e-9));
        assertThat(cell.cpuPerRequest().value()).isCloseTo(6.0 / 5000, within(1e-9));
        assertThat(cell.budget().n()).isEqualTo(5000);
        assertThat(cell.offered()).isEqualTo(100);
        assertThat(cell.ends()).containsEntry(End.REJECTED, 1000L);
    }

    @Test
    void behind_fewInvalidTrials_theOthersOfTheCell() {
        Trial good = Observed.healthy().trial("threads", 0, List.of());
        Trial alsoGood = Observed.healthy().trial("threads", 1, List.of());
        Trial bad = Observed.healthy().trial("threads", 2, List.of(LAW));
        Trial ofAnother = Observed.healthy().trial("loop", 3, List.of());

        assertThat(Cells.behind(good.cell(), List.of(), List.of(good, alsoGood, bad, ofAnother)))
                .containsExactly(good, alsoGood);
        assertThat(Cells.behind(good.cell(), List.of(), List.of(good, bad)))
                .as("half of them")
                .containsExactly(good, bad);
    }

    @Test
    void of_oneLoadTrial_hasAnIntervalOverSecondsForThroughputAlone() {
        LoadCell cell = load(Observed.healthy().trial("threads", 0, List.of()));
        assertThat(cell.throughput()).isEqualTo(new Estimate(100, 100, 100, 20));
        assertThat(cell.responseTime().p99())
                .hasValueSatisfying(p -> assertThat(p.n()).isEqualTo(1));
    }

    @Test
    void of_fewRequests_saysWhichPercentilesAreLeft() {
        Observed few = Observed.healthy().ends(Map.of(End.COMPLETED, 150L)).responseTime(Observed.times(150, 50));
        LoadCell cell = load(few.trial("threads", 0, List.of()));
        assertThat(cell.responseTime().p90()).isPresent();
        assertThat(cell.responseTime().p95()).isEmpty();
        assertThat(cell.findings())
                .extracting(Finding::message)
                .containsExactly("150 requests: no percentile above p90; p99 needs 1000");
    }

    @Test
    void of_programOfOneLaunch_takesMediansAndIntervalsOverBlocks() {
        ProgramCell cell = program(Observed.program("processes", "cpu", 0, List.of(), 400, 200, 410, 250, 390, 210));
        assertThat(cell.blocks()).isEqualTo(3);
        assertThat(cell.elapsed().get(Arrangement.TOGETHER)).satisfies(together -> {
            assertThat(together.value()).isCloseTo(0.21, within(1e-9));
            assertThat(together.low()).isCloseTo(0.22 - 4.303 * 0.0264575 / Math.sqrt(3), within(1e-4));
            assertThat(together.high()).isCloseTo(0.22 + 4.303 * 0.0264575 / Math.sqrt(3), within(1e-4));
            assertThat(together.n()).isEqualTo(3);
        });
        assertThat(cell.speedup()).hasValueSatisfying(speedup -> {
            assertThat(speedup.value()).isCloseTo(390 / 210.0, within(1e-9));
            assertThat(speedup.low()).isLessThan(1.64);
            assertThat(speedup.high()).isGreaterThan(2);
        });
        assertThat(cell.machineSpeedup()).contains(new Estimate(2, 2, 2, 3));
        assertThat(cell.relative())
                .hasValueSatisfying(relative -> assertThat(relative.value()).isCloseTo(390 / 420.0, within(1e-9)));
    }

    @Test
    void of_programOfSeveralLaunches_takesIntervalsOverLaunches() {
        ProgramCell cell = program(
                Observed.program("processes", "cpu", 0, List.of(), 400, 200, 400, 200),
                Observed.program("processes", "cpu", 1, List.of(), 400, 250, 400, 250),
                Observed.program("processes", "cpu", 2, List.of(), 400, 225, 400, 225));
        assertThat(cell.blocks()).isEqualTo(6);
        assertThat(cell.elapsed().get(Arrangement.TOGETHER)).satisfies(together -> {
            assertThat(together.value()).isCloseTo(0.225, within(1e-9));
            assertThat(together.low()).isCloseTo(0.225 - 4.303 * 0.025 / Math.sqrt(3), within(1e-6));
            assertThat(together.n()).isEqualTo(3);
        });
    }

    @Test
    void of_oneInvalidTrialAmongThree_leavesItOutAndSaysSo() {
        LoadCell cell = load(
                Observed.healthy().trial("threads", 0, List.of()),
                slow().trial("threads", 1, List.of(LAW)),
                Observed.healthy().trial("threads", 2, List.of()));
        assertThat(cell.verdict()).isEqualTo(Verdict.VALID);
        assertThat(cell.trials()).isEqualTo(2);
        assertThat(cell.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.type()).isEqualTo(FindingType.TRIALS_LEFT_OUT);
            assertThat(finding.message()).isEqualTo("1 of 3 trials are left out: littles-law");
        });
    }

    @Test
    void of_halfTheTrialsInvalid_isAnInvalidCell() {
        LoadCell cell =
                load(Observed.healthy().trial("threads", 0, List.of()), slow().trial("threads", 1, List.of(LAW)));
        assertThat(cell.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(cell.trials()).isEqualTo(2);
        assertThat(cell.findings()).contains(LAW);
    }

    @Test
    void of_saturatedTrial_isALowerBound() {
        LoadCell cell =
                load(Observed.healthy().trial("threads", 0, List.of()), slow().trial("threads", 1, List.of(SATURATED)));
        assertThat(cell.verdict()).isEqualTo(Verdict.LOWER_BOUND);
    }

    @Test
    void of_launchThatWasNotSteady_weakensItsTrials() {
        Finding cold = Gates.notSteady(PLAN, "throughput still rose");
        Launch launch = new Launch(
                0, PLAN.deployments().getFirst(), Duration.ofSeconds(3), Duration.ofSeconds(10), List.of(cold));
        List<Cell> cells =
                Cells.of(PLAN, List.of(launch), List.of(Observed.healthy().trial("threads", 0, List.of())));
        assertThat(cells).singleElement().satisfies(cell -> {
            assertThat(cell.verdict()).isEqualTo(Verdict.INVALID);
            assertThat(cell.findings()).contains(cold);
        });
    }

    @Test
    void of_trialsInAnyOrder_givesCellsInTheOrderOfThePlan() {
        Observed higher = Observed.healthy().workload(new Workload.Open(ArrivalPattern.POISSON, 200));
        List<Cell> cells = Cells.of(
                PLAN,
                List.of(),
                List.of(
                        higher.trial("threads", 0, List.of()),
                        Observed.healthy().trial("processes", 0, List.of()),
                        Observed.healthy().trial("threads", 0, List.of()),
                        Observed.program("threads", "cpu", 0, List.of(), 400, 200)));
        assertThat(cells)
                .extracting(Cell::key)
                .containsExactly(
                        new CellKey("threads", "cpu", "program"),
                        new CellKey("threads", "load", "100/s"),
                        new CellKey("threads", "load", "200/s"),
                        new CellKey("processes", "load", "100/s"));
    }
}
