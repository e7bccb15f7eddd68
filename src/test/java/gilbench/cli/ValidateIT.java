package gilbench.cli;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gilbench.cpython.Python;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command in a process of its own. */
@Timeout(value = 5, unit = MINUTES)
class ValidateIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void validate_terminatedAfterAnExperiment_keepsWhatItHasFound() throws Exception {
        assumeTrue(Python.find(Optional.empty()).isPresent(), "needs a CPython 3.8 or later on PATH");
        Path out = Files.createDirectory(folder.resolve("out"));
        try (ServerProcess validate =
                ServerProcess.start("validate", "--quick", "--out", out.toString(), "--most-foreign", "1000")) {
            awaitFile(out, "results.json");

            validate.process().destroy();

            assertThat(validate.exitCode()).isEqualTo(ExitCode.INTERRUPTED.code());
        }
        JsonNode result =
                new JsonMapper().readTree(out.resolve("results.json").toFile()).get(0);
        assertThat(result.get("state").asString()).isEqualTo("interrupted");
        assertThat(result.get("rows").get(0).get("repetitions").asInt()).isPositive();
        assertThat(out.resolve("report.html")).isNotEmptyFile();
        assertThat(Files.readString(out.resolve("report.md"))).contains("predicted");
    }

    @Test
    void validate_noPythonOnPath_saysWhatToInstallAndExits6() throws Exception {
        try (ServerProcess validate = ServerProcess.startWith("PATH", folder.toString(), "validate")) {
            assertThat(validate.exitCode()).isEqualTo(ExitCode.ENVIRONMENT_UNFIT.code());
            assertThat(validate.errors().lines()).hasSize(1);
            assertThat(validate.errors()).contains("install python3");
        }
    }

    private static void awaitFile(Path directory, String name) throws IOException, InterruptedException {
        try (WatchService watch = FileSystems.getDefault().newWatchService()) {
            directory.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            while (!Files.exists(directory.resolve(name))) {
                WatchKey key = watch.take();
                key.pollEvents();
                key.reset();
            }
        }
    }
}
