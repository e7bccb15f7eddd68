package gilbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "profile | --url",
                "profile --url http://127.0.0.1:1/ | --pid",
                "profile --url ftp://127.0.0.1/ --pid 1 | --url: ftp://127.0.0.1/ must be a URL such as",
                "profile --url :: --pid 1 | --url: :: must be a URL",
                "profile --url http://192.0.2.1/ --pid 1 | must be on loopback, unless --allow-remote is given",
                "profile --url http://127.0.0.1:1/ --baseline-url http://192.0.2.1/ --pid 1 | --baseline-url: http://192.0.2.1/",
                "profile --url http://127.0.0.1:1/ --pid 0 | --pid: 0 must be a process that runs",
                "profile --url http://127.0.0.1:1/ --pid 1 --seconds 0 | --seconds: 0 must be between 2 and 600",
                "profile --url http://127.0.0.1:1/ --pid 1 --cores 0 | --cores: 0 must be between 1 and 1024",
                "profile --url http://127.0.0.1:1/ --pid 1 --threads 0 | --threads: 0 must be between 1 and 4096",
                "profile --url http://127.0.0.1:1/ --pid 1 --rate 0 | --rate: 0.0 must be a finite number above 0",
                "profile --url http://127.0.0.1:1/ --pid 1 --verify-seconds 1 | --verify-seconds: 1 must be between 2 and 600",
            })
    void badCommandLine_isOneLineAndExit2BeforeAnythingIsSent(String line, String message) {
        int code = Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(line.split(" "));

        assertThat(code).isEqualTo(ExitCode.USAGE.code());
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).startsWith("gilbench: ").contains(message);
    }
}
