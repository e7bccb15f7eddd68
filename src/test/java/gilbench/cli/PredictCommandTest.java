package gilbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PredictCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void predict_oneDeployment_tableReportAndWhatBinds() throws IOException {
        assertThat(execute("predict --profile python:12ms,io:80ms --model worker-processes --workers 4 --threads 16"
                        + " --cores 16 --rate 300"))
                .isZero();

        assertThat(out.toString())
                .contains("predicted", "workers-gil-4w-16t", "one GIL saturates at 83 requests/s; 4 GILs leave 10 %");
        assertThat(report().resolve("report.html")).exists();
        assertThat(Files.readString(report().resolve("report.html"))).contains("Predicted by simulation, not measured");
    }

    @Test
    void predict_json_cellsWithValueLowAndHigh() {
        assertThat(execute("predict --profile python:2ms,io:8ms --threads 8 --cores 4 --rate 100 --json"))
                .isZero();

        JsonNode result = json();
        assertThat(result.get("origin").asString()).isEqualTo("predicted");
        JsonNode cell = result.get("cells").get(0);
        assertThat(cell.get("throughput").get("value").asDouble()).isCloseTo(100, within(3.0));
        for (String number : List.of("mean", "p50", "p90", "p95", "p99", "max")) {
            JsonNode estimate = cell.get("responseTime").get(number);
            assertThat(estimate.get("value").asDouble()).as(number).isBetween(0.01, 0.05);
            assertThat(estimate.get("low").asDouble())
                    .isLessThanOrEqualTo(estimate.get("value").asDouble());
            assertThat(estimate.get("high").asDouble())
                    .isGreaterThanOrEqualTo(estimate.get("value").asDouble());
        }
    }

    @Test
    void predict_sameSeed_sameNumbers() {
        String line = "predict --profile python:2ms,io:8ms --cores 4 --rate 300 --seed 5 --json";
        execute(line);
        JsonNode first = json().get("cells");
        out.getBuffer().setLength(0);
        execute(line.replace("--json", "--json --out " + folder.resolve("again")));

        assertThat(json().get("cells")).isEqualTo(first);
    }

    @Test
    void predict_ranges_everyCombination() {
        execute("predict --profile python:2ms,io:8ms --model worker-processes --workers 1..3 --threads 1,4 --cores 4"
                + " --rate 100,200 --json");

        JsonNode result = json();
        assertThat(result.get("plan").get("deployments")).hasSize(6);
        assertThat(result.get("cells")).hasSize(12);
    }

    @Test
    void predict_mix_percentilesOfEachPart() {
        execute("predict --mix 0.9*python:1ms+0.1*python:50ms --model event-loop --cores 4 --rate 50 --json");

        JsonNode cells = json().get("cells");
        assertThat(cells).hasSize(2);
        assertThat(cells.get(0).get("throughput").get("value").asDouble()).isCloseTo(45, within(3.0));
        assertThat(cells.get(1).get("responseTime").get("p50").get("value").asDouble())
                .isGreaterThan(0.0495);
        assertThat(cells.get(0).get("responseTime").get("p99").get("value").asDouble())
                .isGreaterThan(0.03);
    }

    @Test
    void predict_users_closedLoad() {
        execute("predict --profile python:2ms --users 4 --think 8ms --cores 4 --switch-interval 1ms --json");

        assertThat(json().get("cells").get(0).get("throughput").get("value").asDouble())
                .isBetween(300.0, 400.0);
    }

    @Test
    void predict_profileOfAMachine_paysItsFront() throws IOException {
        Path profile = Files.writeString(folder.resolve("slow.yaml"), """
                name: slow-front
                interpreter: {kind: gil}
                machine: {front-cpu: 30ms}
                """);
        execute("predict --profile io:10ms --cores 4 --rate 5 --json --interpreter " + profile);

        assertThat(json().get("cells")
                        .get(0)
                        .get("responseTime")
                        .get("p50")
                        .get("value")
                        .asDouble())
                .isBetween(0.039, 0.045);
    }

    @Test
    void predict_moreThanItsCapacity_saysSoAndEndsWell() {
        assertThat(execute("predict --profile python:20ms --cores 4 --rate 100000"))
                .isZero();
        assertThat(out.toString()).contains("saturated", "the queue grows without bound");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "predict --profile python:1ms --rate 0 | --rate: 0.0 must be a finite number above 0",
                "predict --profile python:1ms | --rate",
                "predict --rate 5 | --profile",
                "predict --profile , --rate 5 | --profile: ','",
                "predict --profile python:0ms --rate 5 | must have a step that is longer than 0",
                "predict --profile python:1ms --rate 5 --model worker-processes --workers 0 | --workers",
                "predict --profile python:1ms --rate 5 --workers 2 | --workers: 2 must be 1 unless",
                "predict --profile python:1ms --rate 5 --threads 8..2 | must not fall from 8 to 2",
                "predict --mix x*python:1ms --rate 5 | --mix: 'x' must be a weight",
                "predict --profile python:1ms --rate 5 --interpreter pypy | pypy must be one of gil",
                "predict --profile python:1ms --rate fast | fast must be a number",
                "predict --profile python:1ms --users 0 | --users: 0 must be between 1 and",
                "predict --profile python:1ms --rate 5 --cores 0 | --cores: 0 must be between 1 and",
                "predict --profile python:1ms --rate , | --rate: ',' must name at least one",
                "predict --profile python:1ms --rate 1e300 | must be at most 1000000000",
                "predict --profile python:1ms --rate 5 --users 2 | --rate: and --users are both given",
                "predict --profile python:1ms --rate 5 --model , | --model",
                "predict --profile python:1ms --rate 5 --seed x | x must be a whole number",
                "predict --profile python:1ms --rate 5 --queue x | x must be a whole number",
                "predict --mix 0*python:1ms --rate 5 | --mix: '0' must be a weight above 0",
                "size --profile python:1ms --rate 5 --cores 0 --objective p99<1s,errors<1% | --cores: 0 must be between",
                "size --profile python:1ms --rate 5 --objective p99 | --objective: 'p99' must be '<'",
                "size --profile python:1ms --rate 5 | --objective",
                "size --profile python:1ms --rate 5 --objective p99.9<1s,errors<1% | p99.9 must be about",
            })
    void nonsense_oneLineAndExit2(String line, String message) {
        assertThat(execute(line)).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains(message);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void size_objectiveThatCanBeMet_smallestDeployment() throws IOException {
        assertThat(execute("size --profile python:12ms,io:80ms --cores 16 --rate 300 --model worker-processes"
                        + " --workers 3..6 --threads 16 --objective p99<200ms,errors<0.1%"))
                .isZero();
        assertThat(out.toString()).contains("workers-gil-5w-16t", "GILs leave 28 %", "# meets p99<200ms");
        assertThat(Files.readString(report().resolve("report.html")))
                .contains("The smallest deployments for p99&lt;200ms", "data-chart=\"heat\"", "% of its capacity left");
    }

    @Test
    void size_objectiveBelowTheRequestsOwnTime_exit3() throws IOException {
        assertThat(execute("size --profile python:12ms,io:80ms --cores 4 --rate 10 --objective p50<50ms,errors<1%"))
                .isEqualTo(3);
        assertThat(err.toString()).contains("nothing meets p50<50ms,errors<1%");
        assertThat(out.toString()).contains("event-loop, gil: nothing meets the objective");
        assertThat(Files.readString(report().resolve("report.html"))).contains("data-chart=\"heat\"", "none");
        assertThat(Files.readString(report().resolve("results.json"))).contains("nothing meets", "\"cells\" : [ ]");
    }

    private JsonNode json() {
        return JsonMapper.builder().build().readTree(out.toString());
    }

    private Path report() {
        return folder.resolve("report");
    }

    private int execute(String line) {
        List<String> arguments = new ArrayList<>(List.of(line.strip().split(" ")));
        if (!arguments.contains("--out")) {
            arguments.addAll(List.of("--out", report().toString()));
        }
        return Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
    }
}
