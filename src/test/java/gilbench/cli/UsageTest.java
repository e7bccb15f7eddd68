package gilbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class UsageTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve --model threads | threads must be one of thread-per-request",
                "serve --interpreter cpython | cpython must be one of gil",
                "serve --runtime jython | jython must be one of simulated, cpython",
                "serve --runtime cpython --model virtual-threads | --runtime: cpython cannot have the model virtual-threads",
                "serve --runtime cpython --python /no/such/python | --python: /no/such/python must be the executable",
                "run --dry-run --runtime cpython --python /no/such/python | --python: /no/such/python must be",
                "serve --threads 0 | --threads: 0 must be between 1 and",
                "serve --threads many | many must be a whole number",
                "serve --queue -1 | --queue: -1 must be between 0 and",
                "serve --max-in-flight 0 | --max-in-flight: 0 must be between 1 and",
                "serve --port 65536 | --port: 65536 must be between 0 and 65535",
                "serve --cores 1000 | --cores: 1000 must be at most",
                "serve --deadline 0s | --deadline: PT0S must be above 0",
                "serve --deadline 5 | 5 must be a unit",
                "serve --switch-interval 0ms | --switch-interval",
                "serve --workers 2 | --workers: 2 needs --model worker-processes",
                "serve --workers 1 | --workers: 1 needs --model worker-processes",
                "serve --model worker-processes --workers 0 | --workers: 0 must be between 1 and",
                "serve --limit-steps 0 | --limit-steps: 0 must be between 1 and",
                "serve --delay-service ftp://x | --delay-service: ftp://x must be an http URL",
                "serve --calibration {} | --calibration",
                "serve --deployment x | --deployment",
                "serve --colour red | --colour",
                "delay-service --port -1 | --port: -1 must be between 0 and 65535",
                "serve --interpreter cpython-3.7 | a built-in profile (cpython-3.8",
                "run --interpreter no-such-file.yaml | no-such-file.yaml must be one of",
                "validate --python /no/such/python | --python: /no/such/python must be the executable of a CPython 3.8 or later",
                "validate --quick --full | mutually exclusive",
                "validate --quick --unseen 7 | --unseen: 7 must not stand beside --quick",
                "validate --unseen seven | --unseen",
                "validate --interpreter cpython-3.13t | --interpreter: cpython-3.13t must have one GIL",
                "calibrate --python /no/such/python | --python: /no/such/python must be the executable of a CPython 3.8 or later",
                "frobnicate | frobnicate",
            })
    void badCommandLine_isOneLineAndExit2(String example) {
        String[] parts = example.split(" \\| ", 2);

        int code = execute(parts[0].split(" "));

        assertThat(code).isEqualTo(ExitCode.USAGE.code());
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).startsWith("gilbench: ").contains(parts[1]);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void withoutCommand_isUsage() {
        assertThat(execute()).isEqualTo(ExitCode.USAGE.code());
    }

    @Test
    void help_everyVisibleCommand_saysWhatItIs() {
        assertThat(execute("--help")).isZero();
        assertThat(out.toString()).contains("serve", "plan", "validate").doesNotContain("delay-service", "probe");
        assertThat(execute("serve", "--help")).isZero();
        assertThat(out.toString()).contains("--model", "ready URL").doesNotContain("--calibration");
    }

    @Test
    void version_isOneLine() {
        assertThat(execute("--version")).isZero();
        assertThat(out.toString().lines()).hasSize(1);
        assertThat(out.toString()).startsWith("gilbench ");
    }

    @Test
    void exitCodes_areDistinct() {
        assertThat(Arrays.stream(ExitCode.values()).map(ExitCode::code)).doesNotHaveDuplicates();
    }

    private int execute(String... args) {
        CommandLine commandLine = Main.commandLine();
        return commandLine
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
