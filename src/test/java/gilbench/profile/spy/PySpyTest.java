package gilbench.profile.spy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With shell scripts in place of py-spy; the file that it is to write is its argument behind {@code --output}. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class PySpyTest {
    private static final String FIND_OUTPUT = "#!/bin/sh\nwhile [ \"$1\" != --output ]; do shift; done\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private PySpy script(String text) throws IOException {
        Path file = folder.resolve("py-spy");
        Files.writeString(file, FIND_OUTPUT + text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return PySpy.find("/nowhere:" + folder, Duration.ofSeconds(2)).orElseThrow();
    }

    @Test
    void find_notOnPath_isEmpty() {
        assertThat(PySpy.find("/nowhere::" + folder, Duration.ofSeconds(2))).isEmpty();
    }

    @Test
    void recording_ofAScript_readsWhatItWroteAndRemovesTheFile() throws Exception {
        PySpy spy =
                script("echo 'main (a.py:1) 5' > $2; echo $2 > \"" + folder + "/where\"; echo Samples: 5 Errors: 0\n");

        try (Sampling sampling = spy.start(1)) {
            assertThat(sampling.recording()).isEqualTo(new Recording.Sampled(5, 0, 2000, Recording.Pace.KEPT));
        }

        assertThat(Path.of(Files.readString(folder.resolve("where")).strip())).doesNotExist();
    }

    @Test
    void close_beforeItsEnd_killsIt() throws Exception {
        Set<ProcessHandle> before = children();
        Sampling sampling = script("exec sleep 1000\n").start(1);
        Set<ProcessHandle> started = children();
        started.removeAll(before);
        assertThat(started).hasSize(1);
        assertThat(sampling.running()).isTrue();

        sampling.close();

        assertThat(started).noneMatch(ProcessHandle::isAlive);
    }

    private static Set<ProcessHandle> children() {
        return ProcessHandle.current().children().collect(Collectors.toCollection(HashSet::new));
    }
}
