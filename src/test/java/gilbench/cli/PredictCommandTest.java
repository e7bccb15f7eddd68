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

    @Test
    void predict_utilisation_inTheTableTheReportAndTheJson() throws IOException {
        execute(
                "predict --profile python:2ms,io:8ms --model worker-processes --workers 2 --threads 8 --cores 4 --rate 400");

        assertThat(out.toString()).contains("Utilisation", "Cores, %", "Each GIL, %", "In flight");
        assertThat(Files.readString(report().resolve("report.html"))).contains("Utilisation", "Each GIL, %");
        JsonNode utilisation = JsonMapper.builder()
                .build()
                .readTree(Files.readString(report().resolve("results.json")))
                .get("cells")
                .get(0)
                .get("utilisation");
        assertThat(utilisation.get("gils")).hasSize(2);
        assertEstimate(utilisation.get("gils").get(0), 0.35, 0.45);
        assertEstimate(utilisation.get("cores"), 0.19, 0.23);
        assertEstimate(utilisation.get("inFlight"), 4, 7);
    }

    private static void assertEstimate(JsonNode estimate, double least, double most) {
        double value = estimate.get("value").asDouble();
        assertThat(value).isBetween(least, most);
        assertThat(estimate.get("low").asDouble()).isLessThan(value).isGreaterThan(0.9 * value);
        assertThat(estimate.get("high").asDouble()).isGreaterThan(value).isLessThan(1.1 * value);
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
