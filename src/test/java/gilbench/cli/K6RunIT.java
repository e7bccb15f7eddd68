package gilbench.cli;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gilbench.bench.load.LoadDriver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs a tiny plan whose load k6 sends. */
@Timeout(value = 8, unit = MINUTES)
class K6RunIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Path plan = Path.of("");

    @BeforeEach
    void writePlan() throws IOException {
        plan = TinyPlan.write(folder, "'io:20ms', arrivals: poisson");
    }

    @Test
    void run_driverK6_measuresTheSamePlanAndSaysNearPoisson() throws Exception {
        Path out = folder.resolve("out");
        String path = System.getenv().getOrDefault("PATH", "");
        try (LoadDriver k6 = LoadDriver.k6(path).orElse(null)) {
            assumeTrue(k6 != null, "skipped: neither k6 nor Docker is on the PATH");
        }

        int code = run(path, "run", plan.toString(), "--driver", "k6", "--out", out.toString());

        JsonNode result = new JsonMapper().readTree(out.resolve("results.json").toFile());
        assertThat(code).as(errors()).isIn(0, 5);
        assertThat(result.path("cells").size()).isEqualTo(2);
        assertThat(result.toString()).contains("near-Poisson (k6)", "The load came from ");
    }

    @Test
    void run_neitherK6NorDocker_environmentUnfitInOneLine() throws Exception {
        Path out = folder.resolve("out");

        assertThat(run(folder.toString(), "run", plan.toString(), "--driver", "k6", "--out", out.toString()))
                .isEqualTo(ExitCode.ENVIRONMENT_UNFIT.code());
        assertThat(errors()).startsWith("gilbench: --driver k6 needs k6").hasLineCount(1);
        assertThat(out).doesNotExist();
    }

    @Test
    void run_unknownDriver_usageErrorWithTheNames() throws Exception {
        assertThat(run(folder.toString(), "run", plan.toString(), "--driver", "wrk"))
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(errors()).contains("wrk", "embedded, k6");
    }

    private String errors() throws IOException {
        return Files.readString(folder.resolve("err"), StandardCharsets.UTF_8);
    }

    private int run(String path, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(TinyPlan.command(arguments))
                .redirectOutput(folder.resolve("printed").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().put("PATH", path);
        return builder.start().waitFor();
    }
}
