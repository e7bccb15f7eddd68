package gilbench.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.bench.result.Origin;
import gilbench.bench.result.RunResult;
import gilbench.scenario.NamedDeployment;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleReportTest {
    private static final RunResult RESULT = SampleRun.quick();
    private static final String TEXT = ConsoleReport.of(RESULT, Path.of("results/x/report.html"));

    @Test
    void of_anyRun_fitsInto120Columns() {
        assertThat(TEXT.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(120));
        assertThat(ConsoleReport.of(SampleRun.backend(), Path.of("report.html")).lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(120));
    }

    @Test
    void of_quick_hasEveryDeploymentConclusionAndThePath() {
        assertThat(TEXT)
                .contains(RESULT.plan().deployments().stream()
                        .map(NamedDeployment::name)
                        .toList())
                .contains("Task type", "I/O-bound", "any of the four models")
                .endsWith("report: " + Path.of("results/x/report.html") + "\n");
    }

    @Test
    void of_predicted_drawsNoConclusion() {
        RunResult predicted = new RunResult(
                Origin.PREDICTED,
                RESULT.plan(),
                RESULT.started(),
                RESULT.elapsed(),
                RESULT.state(),
                RESULT.environment(),
                RESULT.calibration(),
                RESULT.launches(),
                RESULT.trials(),
                RESULT.cells(),
                List.of(),
                RESULT.findings());
        assertThat(ConsoleReport.of(predicted, Path.of("report.html")))
                .contains("predicted")
                .doesNotContain("What to use for what", "conclusion");
    }

    @Test
    void of_fewRequests_printsNoPercentileButN() {
        assertThat(TEXT).containsPattern("60\\.0 .* n/a +2\\d\\d ");
    }

    @Test
    void of_load_headsItsRowsByDeployment() {
        assertThat(TEXT.lines()).contains("thread-per-request", "thread-per-request-free-threaded");
    }

    @Test
    void of_lowerBoundCell_printsAtLeast() {
        assertThat(TEXT.lines().filter(line -> line.endsWith("lower bound")).toList())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("≥ "));
        assertThat(TEXT.lines().filter(line -> line.endsWith(" valid")).toList())
                .noneSatisfy(line -> assertThat(line).contains("≥"));
    }

    @Test
    void of_finding_printsItsAdvice() {
        assertThat(TEXT.replaceAll("\\s+", " "))
                .contains("saturated")
                .contains("generator-behind")
                .contains("offer less");
    }

    @Test
    void textTable_longWords_areWrappedNotCut() {
        Table table = new Table(
                "title",
                List.of(Table.Column.text("a"), Table.Column.number("b")),
                List.of(List.of(Table.Entry.of("word-".repeat(60)), Table.Entry.of("1"))),
                "");

        String text = TextTable.of(table);

        assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(120));
        assertThat(text.split("word-", -1)).hasSize(61);
    }
}
