package gilbench.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.bench.result.RunResult;
import gilbench.bench.result.Trial;
import gilbench.scenario.Plan;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The forms for machines: CSV, JSON, histogram logs, and Markdown. */
class FilesTest {
    private static final RunResult RESULT = SampleRun.quick();

    @Test
    void trialsCsv_anyRun_hasOneRowForEachWindowAndBlock() {
        int windows = 5 * 2;
        int blocks = 5 * 5 + 5;

        List<String> lines = TrialsCsv.of(RESULT).lines().toList();

        assertThat(lines)
                .hasSize(1 + windows + blocks)
                .allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(TrialsCsv.COLUMNS.size()));
        assertThat(lines.getFirst()).startsWith("order,launch,deployment,experiment,point,type,verdict,findings,block");
    }

    @Test
    void trialsCsv_row_holdsTheValuesOfItsColumns() {
        Trial.LoadTrial load = RESULT.trials().stream()
                .filter(Trial.LoadTrial.class::isInstance)
                .map(Trial.LoadTrial.class::cast)
                .findFirst()
                .orElseThrow();
        List<String> columns = List.copyOf(TrialsCsv.COLUMNS.keySet());
        String[] row = TrialsCsv.of(RESULT)
                .lines()
                .filter(line -> line.startsWith(load.order() + ","))
                .findFirst()
                .orElseThrow()
                .split(",", -1);

        assertThat(row[columns.indexOf("deployment")]).isEqualTo(load.cell().deployment());
        assertThat(row[columns.indexOf("window_s")]).isEqualTo("4");
        assertThat(row[columns.indexOf("due")])
                .isEqualTo(Long.toString(load.measurement().due()));
        assertThat(Double.parseDouble(row[columns.indexOf("response_mean_s")]))
                .isEqualTo(load.measurement().responseTime().mean());
        assertThat(Double.parseDouble(row[columns.indexOf("service_cpu_s")]))
                .isEqualTo(load.serviceCpu().toNanos() / 1e9);
        assertThat(row[columns.indexOf("response_p99_s")]).isEmpty();
        assertThat(row[columns.indexOf("block")]).isEmpty();
    }

    @Test
    void resultsJson_anyRun_hasTheSchema() {
        JsonNode json = Json.MAPPER.readTree(ResultsJson.of(RESULT));

        assertThat(json.at("/schema").asInt()).isEqualTo(2);
        assertThat(json.at("/origin").asString()).isEqualTo("measured");
        assertThat(json.at("/state").asString()).isEqualTo("complete");
        assertThat(json.at("/quick").asBoolean()).isTrue();
        assertThat(json.at("/elapsed").asDouble()).isEqualTo(98.4);
        assertThat(json.at("/started").asString()).isEqualTo("2026-03-01T10:15:30Z");
        assertThat(json.at("/cells")).hasSize(20);
        assertThat(json.at("/trials")).hasSize(20);
        JsonNode load = cell(json, "event-loop", "60.0/s");
        assertThat(load.at("/type").asString()).isEqualTo("load");
        assertThat(load.at("/verdict").asString()).isEqualTo("valid");
        assertThat(load.at("/throughput").propertyNames()).containsExactlyInAnyOrder("value", "low", "high", "n");
        assertThat(load.at("/responseTime").propertyNames()).contains("n", "mean", "p50", "p90", "p95", "p99", "max");
        assertThat(load.at("/responseTime/p95/value").asDouble()).isBetween(0.05, 0.1);
        assertThat(load.at("/responseTime/p99").isNull()).isTrue();
        assertThat(load.at("/budget/mean/gil-wait").isNumber()).isTrue();
        assertThat(load.at("/ends/completed").asLong()).isPositive();
        assertThat(cell(json, "worker-processes", "program")
                        .at("/elapsed/serial/value")
                        .asDouble())
                .isBetween(0.3, 0.5);
    }

    @Test
    void resultsJson_plan_canBeReadBack() {
        JsonNode json = Json.MAPPER.readTree(ResultsJson.of(RESULT));

        assertThat(Json.MAPPER.treeToValue(json.get("plan"), Plan.class)).isEqualTo(RESULT.plan());
    }

    @Test
    void histogramLogs_anyRun_areReadByTheLibrary() {
        Map<String, String> logs = HistogramLogs.of(RESULT);

        assertThat(logs).hasSize(10);
        logs.forEach((name, text) -> assertThat(read(text))
                .as(name)
                .extracting(EncodableHistogram::getTag)
                .containsExactly("response-time", "completed-response-time", "service-time", "send-lag"));
        Trial.LoadTrial load = (Trial.LoadTrial) RESULT.trials().stream()
                .filter(trial -> trial.cell().point().equals("150.0/s"))
                .findFirst()
                .orElseThrow();
        Histogram read = (Histogram)
                read(logs.getOrDefault("histograms/" + load.cell().deployment() + "_mixed_150.0-per-s.hlog", ""))
                        .getFirst();
        assertThat(read.getTotalCount())
                .isEqualTo(load.measurement().responseTime().count());
        assertThat(read.getMaxValue() / 1e6)
                .isEqualTo(load.measurement().responseTime().max());
    }

    @Test
    void markdown_everyTable_hasEquallyManyColumnsInEachRow() {
        String text = MarkdownReport.of(RESULT);
        int columns = 0;
        for (String line : text.lines().toList()) {
            int bars = line.startsWith("|") ? line.replace("\\|", "").split("\\|", -1).length : 0;
            assertThat(bars).as(line).isIn(columns == 0 || bars == 0 ? List.of(bars) : List.of(columns));
            columns = bars;
        }
        assertThat(text).contains("## What to use for what", "≥ ", "n/a", "`response_p99_s`");
    }

    @Test
    void markdown_titleWithMarkup_isEscaped() {
        assertThat(MarkdownReport.of(SampleRun.quick("a | b <script> *c*")))
                .startsWith("# a \\| b \\<script\\> \\*c\\*\n");
    }

    private static JsonNode cell(JsonNode json, String deployment, String point) {
        for (JsonNode cell : json.get("cells")) {
            if (cell.at("/key/deployment").asString().equals(deployment)
                    && cell.at("/key/point").asString().equals(point)) {
                return cell;
            }
        }
        throw new AssertionError("no cell " + deployment + " " + point);
    }

    private static List<EncodableHistogram> read(String log) {
        List<EncodableHistogram> histograms = new ArrayList<>();
        try (HistogramLogReader reader =
                new HistogramLogReader(new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)))) {
            while (reader.hasNext()) {
                histograms.add(reader.nextIntervalHistogram());
            }
        }
        return histograms;
    }
}
