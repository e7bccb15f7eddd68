package gilbench.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gilbench.bench.load.LoadDriver.LoadRequest;
import gilbench.bench.result.End;
import gilbench.bench.result.Measurement;
import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.StepKind;
import gilbench.scenario.Workload;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The driver where Docker is the only way to k6. */
@Timeout(240)
class K6ContainerIT {
    private static final RequestProfile IO = RequestProfile.of(StepKind.IO, Duration.ofMillis(20));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private LoadDriver driver = LoadDriver.embedded();

    @BeforeEach
    void leaveDockerAloneOnThePath() throws Exception {
        Optional<Path> docker = Stream.of(
                        System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator), -1))
                .map(each -> Path.of(each, "docker"))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(docker.isPresent(), "skipped: docker is not on the PATH");
        Files.createSymbolicLink(folder.resolve("docker"), docker.get());
        Optional<LoadDriver> found = LoadDriver.k6(folder.toString());
        assumeTrue(found.isPresent(), "skipped: no Docker engine answers");
        assumeTrue(docker("image", "inspect", K6Tool.IMAGE).isPresent(), "skipped: no image " + K6Tool.IMAGE);
        driver = found.get();
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void drive_constantArrivals_offersWhatTheTimetableSays() throws Exception {
        try (TestService service = TestService.after(Duration.ofMillis(20))) {
            Measurement seen = driver.drive(new LoadRequest(
                    service.uri(),
                    IO,
                    new Workload.Open(ArrivalPattern.CONSTANT, 50),
                    Duration.ofMillis(300),
                    Duration.ofSeconds(2),
                    1,
                    1000,
                    Duration.ofSeconds(10)));

            assertThat(seen.due()).isEqualTo(100);
            assertThat(seen.ends()).containsOnlyKeys(End.COMPLETED);
            assertThat(seen.generatorCpu()).isPositive();
        }
    }

    @Test
    void drive_interrupted_leavesNoContainer() throws Exception {
        try (TestService service = TestService.interrupting(3, Thread.currentThread())) {
            Workload users = new Workload.Closed(8, OptionalInt.of(3), Duration.ZERO);
            assertThatThrownBy(() -> driver.drive(new LoadRequest(
                            service.uri(),
                            IO,
                            users,
                            Duration.ZERO,
                            Duration.ofSeconds(1),
                            1,
                            1000,
                            Duration.ofSeconds(30))))
                    .isInstanceOf(InterruptedException.class);
        }
        assertThat(docker("ps", "--all", "--quiet", "--filter", "name=gilbench-k6-"))
                .contains("");
    }

    /** What docker prints; empty when it fails. */
    private static Optional<String> docker(String... arguments) throws Exception {
        Process process = new ProcessBuilder(
                        Stream.concat(Stream.of("docker"), Stream.of(arguments)).toList())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? Optional.of(said.strip()) : Optional.empty();
    }
}
