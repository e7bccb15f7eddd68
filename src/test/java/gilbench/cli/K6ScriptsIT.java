package gilbench.cli;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the scripts in {@code k6/} against the service. */
@Timeout(value = 5, unit = MINUTES)
class K6ScriptsIT {
    private static final int THRESHOLDS_CROSSED = 99;

    /** Bounds that a busy machine keeps. */
    private static final String[] SANE = {
        "RATE=5",
        "STATUS_RATE=5",
        "COMPUTE_RATE=3",
        "CPU=2ms",
        "DURATION=4s",
        "ALONE=2s",
        "VUS=60",
        "P99=20000",
        "STATUS_P99=20000",
        "COMPUTE_P99=20000"
    };

    @SuppressWarnings("NullAway.Init")
    private static ServerProcess server;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeAll
    static void serve() throws IOException {
        assumeTrue(
                Stream.of(System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator), -1))
                        .anyMatch(each -> Files.isExecutable(Path.of(each, "k6"))),
                "skipped: k6 is not on the PATH");
        server = ServerProcess.start("serve", "--port", "0", "--calibration", "{\"units-per-second\":30000000.0}");
    }

    @AfterAll
    @SuppressWarnings("NullAway")
    static void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "compute", "mixed", "soak"})
    void script_saneRate_endsWellWithPartsAndResponseTimes(String script) throws Exception {
        assertThat(k6(script, SANE)).isZero();

        JsonNode metrics = summary().path("metrics");
        assertThat(value(metrics, "checks", "rate")).isEqualTo(1);
        assertThat(value(metrics, "response_time", "count")).isPositive();
        assertThat(value(metrics, "response_time", "min"))
                .as("resolution 1 ms")
                .isGreaterThanOrEqualTo(value(metrics, "http_req_duration", "min") - 2);
        for (String part : List.of("gil_wait", "queue_wait", "python_cpu", "io_wait")) {
            assertThat(value(metrics, part, "count")).as(part).isEqualTo(value(metrics, "http_reqs", "count"));
        }
        assertThat(value(metrics, script.equals("compute") ? "python_cpu" : "io_wait", "max"))
                .isGreaterThan(1);
    }

    @ParameterizedTest
    @CsvSource({"status, P99=1", "compute, P99=1", "mixed, STATUS_P99=1", "soak, P99=1"})
    void script_objectiveMissed_endsWithAnErrorAndWritesItsSummary(String script, String bound) throws Exception {
        assertThat(k6(script, with(SANE, bound))).isEqualTo(THRESHOLDS_CROSSED);
        assertThat(summary().path("script").asString()).isEqualTo(script);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "compute", "mixed", "soak"})
    void script_startsDropped_endsWithAnErrorAndStopsResponseTimes(String script) throws Exception {
        String[] tooFewUsers = {
            "VUS=1", "RATE=40", "STATUS_RATE=40", "COMPUTE_RATE=40", "DELAY=200ms", "CPU=100ms", "PROFILE=io:200ms"
        };

        assertThat(k6(script, with(SANE, tooFewUsers))).isEqualTo(THRESHOLDS_CROSSED);

        JsonNode metrics = summary().path("metrics");
        assertThat(value(metrics, "dropped_iterations", "count")).isPositive();
        assertThat(value(metrics, "response_time", "count")).isLessThan(value(metrics, "http_reqs", "count") / 2);
    }

    @Test
    void knee_pastSaturation_findsItAndEndsWell() throws Exception {
        int code = k6("knee", "TARGET=/compute?cpu=50ms", "FROM=1", "TO=60", "DURATION=15s", "VUS=80", "LIMIT=2000");

        assertThat(code).as(Files.readString(folder.resolve("k6.out"))).isZero();

        JsonNode summary = summary();
        assertThat(summary.path("knee").path("found").asBoolean()).isTrue();
        assertThat(summary.path("knee").path("rate").asDouble()).isBetween(1.0, 60.0);
        assertThat(value(summary.path("metrics"), "dropped_iterations", "count"))
                .isPositive();
    }

    @Test
    void knee_neverSaturated_endsWithAnError() throws Exception {
        assertThat(k6("knee", "TARGET=/status?delay=10ms", "FROM=1", "TO=10", "DURATION=4s", "LIMIT=20000"))
                .isEqualTo(THRESHOLDS_CROSSED);
        assertThat(summary().path("knee").path("found").asBoolean()).isFalse();
    }

    @Test
    void script_knobOutOfBounds_namesKnobValueAndBound() throws Exception {
        assertThat(k6("status", "RATE=-3")).isNotZero();
        assertThat(Files.readString(folder.resolve("k6.err"))).contains("RATE: -3 must be a number of at least");
    }

    private static String[] with(String[] settings, String... more) {
        return Stream.concat(Stream.of(settings), Stream.of(more)).toArray(String[]::new);
    }

    /** Runs a script and returns its exit code; of two settings of one name the later counts. */
    private int k6(String script, String... settings) throws Exception {
        List<String> command = new ArrayList<>(List.of("k6", "run", "--quiet", "--no-usage-report", "--address", ""));
        for (String each : with(settings, "BASE_URL=" + server.url(), "SUMMARY=" + folder.resolve("summary.json"))) {
            command.addAll(List.of("--env", each));
        }
        command.add(Path.of("k6", script + ".js").toString());
        return new ProcessBuilder(command)
                .redirectOutput(folder.resolve("k6.out").toFile())
                .redirectError(folder.resolve("k6.err").toFile())
                .start()
                .waitFor();
    }

    private JsonNode summary() throws IOException {
        return new JsonMapper().readTree(Files.readString(folder.resolve("summary.json"), StandardCharsets.UTF_8));
    }

    private static double value(JsonNode metrics, String metric, String which) {
        return metrics.path(metric).path("values").path(which).asDouble();
    }
}
