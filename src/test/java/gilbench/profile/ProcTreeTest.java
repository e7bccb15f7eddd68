package gilbench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcTreeTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path proc;

    private ProcTree tree() {
        return new ProcTree(proc, 7, () -> Stream.of(7L, 8L, 9L));
    }

    private void process(long pid, long parent, int ticks, Map<Long, Long> threads) throws IOException {
        for (Map.Entry<Long, Long> thread : threads.entrySet()) {
            Path task = Files.createDirectories(proc.resolve(pid + "/task/" + thread.getKey()));
            Files.writeString(task.resolve("schedstat"), thread.getValue() + " 5 1\n");
        }
        Files.writeString(
                proc.resolve(pid + "/stat"),
                pid + " (a (b) c) S " + parent + " 1 1 0 -1 0 0 0 0 0 " + ticks + " 2 0 0 20 0 1 0 1 1 1\n");
    }

    private void listener(long pid, String address, String state, String inode) throws IOException {
        Path net = Files.createDirectories(proc.resolve(pid + "/net"));
        Files.writeString(
                net.resolve("tcp"),
                "  sl  local_address rem_address   st ...\n   0: " + address + " 00000000:0000 " + state
                        + " 00000000:00000000 00:00000000 00000000     0        0 " + inode + " 1\n");
    }

    private void holds(long pid, String inode) throws IOException {
        Path fd = Files.createDirectories(proc.resolve(pid + "/fd"));
        Files.createSymbolicLink(fd.resolve("3"), Path.of("socket:[" + inode + "]"));
    }

    @Test
    void time_processesAndThreads() throws IOException {
        process(7, 1, 30, Map.of(7L, 100L, 17L, 200L));
        process(8, 7, 0, Map.of(8L, 300L));

        TreeTime time = tree().time();

        assertThat(time.processes()).containsOnlyKeys(7L, 8L);
        assertThat(time.processes().get(7L)).isEqualTo(new ProcessTime(Map.of(7L, 100L, 17L, 200L), 320_000_000, 10));
    }

    @Test
    void time_processIsGone_saysSo() {
        assertThatThrownBy(() -> tree().time())
                .isInstanceOf(ProfileException.class)
                .hasMessageContaining("process 7");
    }

    @Test
    void time_noSchedstat_saysSo() throws IOException {
        Files.createDirectories(proc.resolve("7/task/7"));
        process(7, 1, 0, Map.of());

        assertThatThrownBy(() -> tree().time())
                .isInstanceOf(ProfileException.class)
                .hasMessageContaining("schedstat");
    }

    @Test
    void listening_parentAndChildrenHoldTheSocket_childrenAnswer() throws IOException {
        process(7, 1, 0, Map.of(7L, 1L));
        process(8, 7, 0, Map.of(8L, 1L));
        process(9, 7, 0, Map.of(9L, 1L));
        listener(7, "0100007F:1F40", "0A", "555");
        holds(7, "555");
        holds(8, "555");
        holds(9, "555");

        assertThat(tree().listening(8000)).containsExactlyInAnyOrder(8L, 9L);
        assertThat(tree().listening(8001)).isEmpty();
    }

    @Test
    void listening_oneProcess_itself() throws IOException {
        process(7, 1, 0, Map.of(7L, 1L));
        process(8, 7, 0, Map.of(8L, 1L));
        listener(7, "0100007F:1F40", "0A", "555");
        holds(7, "555");

        assertThat(tree().listening(8000)).containsExactly(7L);
    }

    @Test
    void listening_connectedSocket_isNone() throws IOException {
        process(7, 1, 0, Map.of(7L, 1L));
        listener(7, "0100007F:1F40", "01", "555");
        holds(7, "555");

        assertThat(tree().listening(8000)).isEmpty();
    }
}
