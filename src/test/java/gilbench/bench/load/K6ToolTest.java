package gilbench.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class K6ToolTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void needsExecutables() {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews())
                .as("files that can be made executable")
                .contains("posix");
    }

    @Test
    void find_neither_empty() throws Exception {
        assertThat(K6Tool.find("")).isEmpty();
        assertThat(K6Tool.find(folder.toString())).isEmpty();
    }

    @Test
    void find_k6InTheSecondFolder_thatOne() throws Exception {
        Path k6 = executable("two", "k6");

        assertThat(K6Tool.find(folder.resolve("one") + File.pathSeparator + k6.getParent()))
                .contains(new K6Tool.Local(k6));
    }

    @Test
    void find_k6ThatCannotBeExecuted_empty() throws Exception {
        Files.writeString(folder.resolve("k6"), "");

        assertThat(K6Tool.find(folder.toString())).isEmpty();
    }

    @Test
    void command_container_sharesTheNetworkAndReadsTheScript() {
        assertThat(new K6Tool.Container(Path.of("/bin/docker")).command("name", List.of("run", "-")))
                .containsExactly(
                        "/bin/docker",
                        "run",
                        "--rm",
                        "--interactive",
                        "--name",
                        "name",
                        "--network",
                        "host",
                        "grafana/k6:1.8.1",
                        "run",
                        "-");
    }

    private Path executable(String where, String name) throws IOException {
        Path file =
                Files.writeString(Files.createDirectories(folder.resolve(where)).resolve(name), "");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
