package gilbench.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.bench.result.RunResult;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PredictionsInReportsTest {
    private static final RunResult QUICK = SamplePredictions.beside(SampleRun.quick());

    @Test
    void console_fewCells_errorOfEachAndTheMeans() {
        String text = ConsoleReport.of(QUICK, Path.of("report.html"));

        assertThat(text).contains("Prediction errors", "+5.0 %", "at most 0.85", "beyond 0.85", "made-up one");
        assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(120));
    }

    @Test
    void console_manyCells_theMeansAlone() {
        RunResult many = SamplePredictions.beside(SampleRun.backend());

        assertThat(PredictionTable.brief(new RunView(many)).getFirst().rows()).hasSize(2);
        assertThat(PredictionTable.full(new RunView(many)).getFirst().rows()).hasSizeGreaterThan(50);
    }

    @Test
    void everyForm_nothingPredicted_saysNothingOfIt() {
        assertThat(ConsoleReport.of(SampleRun.quick(), Path.of("x"))).doesNotContain("Prediction errors");
        assertThat(MarkdownReport.of(SampleRun.quick())).doesNotContain("Prediction errors");
        assertThat(HtmlReport.of(SampleRun.quick())).doesNotContain("Prediction errors");
    }

    @Test
    void html_predictions_areCurvesBesideTheMeasuredPoints() {
        assertThat(HtmlReport.of(QUICK)).contains("Prediction errors", "Thin dashed line", "Left out: threads io 1/s");
        ChartData.Load load = ChartData.of(QUICK, List.of()).loads().getFirst();
        assertThat(load.predicted()).hasSameSizeAs(load.points());
        assertThat(load.predicted())
                .allSatisfy(point -> assertThat(point.seconds()).isEmpty());
        assertThat(load.predicted().getFirst().x())
                .isEqualTo(load.points().getFirst().x());
    }

    @Test
    void resultsJson_predictions_areASecondListWithTheirOrigin() {
        JsonNode predictions = Json.MAPPER.readTree(ResultsJson.of(QUICK)).get("predictions");

        assertThat(predictions.get("origin").asString()).isEqualTo("predicted");
        assertThat(predictions.get("cells")).hasSize(10);
        assertThat(predictions.at("/cells/0/type").asString()).isEqualTo("load");
        assertThat(Json.MAPPER
                        .readTree(ResultsJson.of(SampleRun.quick()))
                        .get("predictions")
                        .isNull())
                .isTrue();
    }

    @Test
    void supplement_heatMap_hasItsPlaceAndItsData() {
        HeatMap map = new HeatMap(
                "worker-processes, <gil>",
                "Smallest: one.",
                "p99",
                200,
                List.of(1, 2),
                List.of(4),
                List.of(
                        new HeatMap.Square(0, 0, OptionalDouble.empty(), "saturated"),
                        new HeatMap.Square(1, 0, OptionalDouble.of(150), "meets")));
        TableReport report =
                new TableReport("Sizes", "none", List.of(), new Supplement("Smallest", List.of(), List.of(map)));

        assertThat(report.html())
                .contains(
                        "data-chart=\"heat\"",
                        "worker-processes, &lt;gil&gt;",
                        "\"answer\":\"meets\"",
                        "Smallest: one.");
        assertThat(HtmlReport.of(QUICK, new Supplement("Smallest", List.of(), List.of(map))))
                .contains("data-chart=\"heat\"", "\"heatMaps\":[{");
        assertThat(new TableReport("Tables", "alone", List.of()).html()).doesNotContain("<script");
    }
}
