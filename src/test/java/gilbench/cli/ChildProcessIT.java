package gilbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gilbench.bench.runner.Machinery.MachineryException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ChildProcessIT {
    private static final Duration LONG = Duration.ofSeconds(60);

    @BeforeEach
    void needsShell() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "skipped: there is no /bin/sh");
    }

    @Test
    void ask_childThatAnswers_answer() throws InterruptedException {
        try (ChildProcess child = shell("read word; echo \"heard $word\"; cat")) {
            assertThat(child.ask("this", LONG)).isEqualTo("heard this");
            assertThat(child.cpu()).isGreaterThanOrEqualTo(Duration.ZERO);
        }
    }

    @Test
    void nextLine_childThatEnded_exitCodeAndLastLines() {
        try (ChildProcess child = shell("echo going >&2; echo gone >&2; exit 7")) {
            assertThatThrownBy(() -> child.nextLine(LONG))
                    .isInstanceOf(MachineryException.class)
                    .hasMessageContainingAll("the child ended with exit code 7", "going", "gone");
        }
    }

    @Test
    void nextLine_silentChild_saysSo() {
        try (ChildProcess child = shell("cat")) {
            assertThatThrownBy(() -> child.nextLine(Duration.ofMillis(50)))
                    .isInstanceOf(MachineryException.class)
                    .hasMessageContaining("said nothing for");
        }
    }

    @Test
    void cpu_childThatEnded_throws() throws InterruptedException {
        try (ChildProcess child = shell("read word; exit 3")) {
            assertThatThrownBy(() -> child.ask("end", LONG)).hasMessageContaining("exit code 3");
            assertThatThrownBy(child::cpu).hasMessageContaining("exit code 3");
        }
    }

    @Test
    void start_childThatSaysALot_neverBlocksIt() throws InterruptedException {
        try (ChildProcess child =
                shell("i=0; while [ $i -lt 20000 ]; do echo $i; echo $i >&2; i=$((i+1)); done; exit 4")) {
            assertThat(child.nextLine(LONG)).isEqualTo("0");
            assertThatThrownBy(() -> {
                        while (true) {
                            child.nextLine(LONG);
                        }
                    })
                    .hasMessageContaining("exit code 4")
                    .hasMessageContaining("19999");
        }
    }

    @Test
    void close_childWithGrandchild_bothEnd() throws Exception {
        ChildProcess child = shell("sleep 600 & echo $!; wait");
        Optional<ProcessHandle> grandchild = ProcessHandle.of(Long.parseLong(child.nextLine(LONG)));

        child.close();

        assertThat(grandchild).isPresent();
        grandchild.get().onExit().get(60, TimeUnit.SECONDS);
    }

    @Test
    void start_noSuchCommand_saysSo() {
        assertThatThrownBy(() -> ChildProcess.start("child", "run", List.of("/no/such/command")))
                .isInstanceOf(MachineryException.class)
                .hasMessageContaining("cannot start the child");
    }

    private static ChildProcess shell(String script) {
        return ChildProcess.start("child", "run", List.of("/bin/sh", "-c", script));
    }
}
