package gilbench.cli;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gilbench.cpython.Python;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs a tiny plan through real processes. */
@Timeout(value = 8, unit = MINUTES)
class RunIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Path plan = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void writePlan() throws IOException {
        plan = TinyPlan.write(folder, "'python:1ms'");
        out = folder.resolve("out");
    }

    @Test
    void run_tinyPlan_measuresEverythingAndWritesEveryFile() throws Exception {
        Process run = start("run", plan.toString(), "--out", out.toString(), "--json");
        String printed = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = run.waitFor();

        JsonNode result = result();
        assertThat(printed).isEqualTo(Files.readString(out.resolve("results.json")));
        assertThat(code).isEqualTo(codeOf(result));
        assertThat(trials()).isEqualTo(2);
        assertThat(result.get("cells").size()).isEqualTo(2);
        assertThat(result.at("/predictions/origin").asString()).isEqualTo("predicted");
        assertThat(result.at("/predictions/cells/0/key")).isEqualTo(result.at("/cells/1/key"));
        assertThat(Stream.of("report.html", "report.md", "trials.csv", "plan.json", "calibration.json")
                        .map(out::resolve))
                .allSatisfy(file -> assertThat(file).isNotEmptyFile());
        assertThat(out.resolve("histograms")).isNotEmptyDirectory();
    }

    @Test
    void run_bothRuntimes_measuresRealCPythonBesideTheSimulatedOne() throws Exception {
        assumeTrue(Python.find(Optional.empty()).isPresent(), "no python3 on PATH");
        Process run = start("run", plan.toString(), "--out", out.toString(), "--runtime", "simulated,cpython");
        run.getInputStream().readAllBytes();

        assertThat(run.waitFor()).isEqualTo(codeOf(result()));
        assertThat(trials()).isEqualTo(4);
        assertThat(Files.readString(out.resolve("report.md"))).contains("threads-cpython", "CPython 3.");
    }

    @Test
    void run_interruptedMidway_keepsItsTrialAndResumes() throws Exception {
        Process run = start("run", plan.toString(), "--out", out.toString());
        awaitSecondTrial(run);
        List<ProcessHandle> children = run.descendants().toList();
        interrupt(run);

        assertThat(run.waitFor()).isEqualTo(130);
        assertThat(result().get("state").asString()).isEqualTo("interrupted");
        assertThat(trials()).isEqualTo(1);
        assertThat(children).isNotEmpty();
        for (ProcessHandle child : children) {
            child.onExit().get(1, MINUTES);
        }

        Process resumed = start("run", "--resume", out.toString());
        resumed.getInputStream().readAllBytes();

        assertThat(resumed.waitFor()).isEqualTo(codeOf(result()));
        assertThat(trials()).isEqualTo(2);
    }

    /** A machine that is too busy for any usable cell makes the run invalid, and the exit code says so. */
    private static int codeOf(JsonNode result) {
        return switch (result.get("state").asString()) {
            case "complete" -> 0;
            case "invalid" -> 5;
            default -> -1;
        };
    }

    private JsonNode result() {
        return new JsonMapper().readTree(out.resolve("results.json").toFile());
    }

    private int trials() throws IOException {
        return (int) Files.readAllLines(out.resolve("run.jsonl")).stream()
                .filter(line -> line.contains("\"kept\":\"trial\""))
                .count();
    }

    /** With the seed of the plan, the load comes second and takes seconds; when it begins, the program is kept. */
    private static void awaitSecondTrial(Process run) throws IOException {
        BufferedReader progress = run.errorReader(StandardCharsets.UTF_8);
        String line = "";
        while (!line.contains("threads: load")) {
            line = Objects.requireNonNull(progress.readLine(), "the run ended early");
        }
        Thread.ofPlatform().daemon().start(() -> progress.lines().forEach(_ -> {}));
    }

    private static void interrupt(Process run) throws IOException, InterruptedException {
        String signal = interruptsAreIgnored() ? "-TERM" : "-INT";
        new ProcessBuilder("kill", signal, Long.toString(run.pid())).start().waitFor();
    }

    /** What a shell starts in the background ignores SIGINT, and so do its children. */
    private static boolean interruptsAreIgnored() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                .anyMatch(mask -> (mask & 2) != 0);
    }

    private static Process start(String... arguments) throws IOException {
        return new ProcessBuilder(TinyPlan.command(arguments))
                .redirectError(ProcessBuilder.Redirect.PIPE)
                .start();
    }
}
