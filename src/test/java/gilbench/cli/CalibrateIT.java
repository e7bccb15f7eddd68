package gilbench.cli;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gilbench.cpython.Python;
import gilbench.scenario.InterpreterProfile;
import gilbench.scenario.MachineTimes;
import gilbench.scenario.text.InterpreterProfileYaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Calibrates the Python of this machine; how busy the machine is does not matter. */
@Timeout(value = 4, unit = MINUTES)
class CalibrateIT {
    @Test
    void calibrate_pythonOnPath_writesAProfileOfPlausibleTimes(@TempDir Path folder) throws Exception {
        assumeTrue(Python.find(Optional.empty()).isPresent(), "no python3 on PATH");
        Path file = folder.resolve("profile.yaml");
        Path said = folder.resolve("said");

        int code = new ProcessBuilder(TinyPlan.command("calibrate", "--most-foreign", "100", "--out", file.toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(said.toFile())
                .start()
                .waitFor();

        assertThat(code).as(() -> read(said)).isZero();
        InterpreterProfile profile = InterpreterProfileYaml.parse("profile.yaml", Files.readString(file));
        MachineTimes times = profile.times();
        assertThat(profile.name()).startsWith("cpython-3.").contains("@");
        assertThat(Stream.of(times.loopTick(), times.frontCpu(), times.driverCpu(), times.delayCpu(), times.dispatch()))
                .allSatisfy(time -> assertThat(time).isBetween(Duration.ofNanos(200), Duration.ofMillis(20)));
        assertThat(times.tick()).isBetween(Duration.ofNanos(500_000), Duration.ofMillis(200));
        assertThat(times.processStart()).isBetween(Duration.ofMillis(1), Duration.ofSeconds(20));
        assertThat(read(said)).contains("requests through a service");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
