package gilbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gilbench.scenario.BoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RunCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void run_unknownPlan_usageErrorWithTheNames() {
        assertThat(execute("run", "quik")).isEqualTo(2);
        assertThat(err.toString()).contains("quik", "quick, seed, backend");
    }

    @Test
    void run_missingFile_usageErrorWithTheFile() {
        assertThat(execute("run", "no/such.yaml")).isEqualTo(2);
        assertThat(err.toString()).contains("no/such.yaml must be a file that exists");
    }

    @Test
    void run_folderInsteadOfFile_usageError() {
        assertThat(execute("run", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("must be a readable file");
    }

    @Test
    void run_mistakesInFile_eachWithFileKeyValueAndBound() throws IOException {
        Path file = folder.resolve("bad.yaml");
        Files.writeString(file, """
                name: bad
                launches: 0
                deployments:
                  - {name: threads, model: threads}
                experiments:
                  - {name: cpu, program: 'python:20ms', requests: 2}
                """);

        assertThat(execute("run", file.toString())).isEqualTo(2);
        assertThat(err.toString().lines())
                .anySatisfy(line -> assertThat(line).contains("bad.yaml:2: launches", "0"))
                .anySatisfy(line -> assertThat(line).contains("deployments[0].model", "threads", "event-loop"));
    }

    @Test
    void run_folderThatIsNotEmpty_usageError() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "mine");

        assertThat(execute("run", "quick", "--out", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains(folder + ": must not exist, or be an empty folder");
    }

    @Test
    void run_resumeOfNoRun_usageError() {
        assertThat(execute("run", "--resume", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("plan.json");
    }

    @Test
    void run_resumeWithAnotherPlan_usageError() {
        assertThat(execute("run", "seed", "--resume", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("--resume");
    }

    @Test
    void run_resumeWithAnotherDriver_usageErrorWithTheOneOfTheRun() throws IOException {
        ChosenDriver.note(folder, DriverKind.EMBEDDED);

        assertThatThrownBy(() -> ChosenDriver.ofResumed(folder, DriverKind.K6))
                .isInstanceOf(BoundException.class)
                .hasMessageContaining("--driver: k6 must be embedded");
    }

    @Test
    void run_resumeWithoutDriver_theOneOfTheRun() throws IOException {
        ChosenDriver.note(folder, DriverKind.K6);

        assertThat(ChosenDriver.ofResumed(folder, null)).isEqualTo(DriverKind.K6);
        assertThat(ChosenDriver.ofResumed(folder.resolve("older"), null)).isEqualTo(DriverKind.EMBEDDED);
    }

    @Test
    void run_dryRun_listsCellsOrderAndTimeAndWritesNothing() {
        Path absent = folder.resolve("absent");

        assertThat(execute("run", "backend", "--dry-run", "--out", absent.toString()))
                .isZero();
        assertThat(out.toString())
                .contains(
                        "160 launches, 480 trials of 96 cells",
                        "expected to take 5",
                        "Cells; capacities assume",
                        "Order")
                .containsPattern("threads +cpu +20% of capacity \\(20.00/s of 100.0/s\\)");
        assertThat(absent).doesNotExist();
    }

    @Test
    void run_dryRunWithAnotherSeed_anotherOrder() {
        execute("run", "--dry-run", "--seed", "1");
        String first = out.toString();
        out.getBuffer().setLength(0);
        execute("run", "--dry-run", "--seed", "2");

        assertThat(first).contains("plan quick, seed 1");
        assertThat(out.toString()).contains("plan quick, seed 2");
        assertThat(order(out.toString())).isNotEqualTo(order(first));
    }

    private static String order(String text) {
        return text.substring(text.indexOf("Order"));
    }

    private int execute(String... arguments) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(arguments);
    }
}
