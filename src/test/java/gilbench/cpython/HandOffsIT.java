package gilbench.cpython;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The probe counts who got the GIL of whom. */
class HandOffsIT {
    static List<Python> pythons() throws InterruptedException {
        return Pythons.all();
    }

    @ParameterizedTest
    @MethodSource("pythons")
    void stolenShare_logWrittenByHand_countsTheFirstHandOffAfterEachSleep(Python python) throws Exception {
        Process process = new ProcessBuilder(
                        python.path().toString(),
                        "-I",
                        file("/gilbench/cpython/hand_offs.py"),
                        file("/gilbench/cpython/probe.py"))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).isEqualTo("counted" + System.lineSeparator());
    }

    private static String file(String resource) throws Exception {
        URI uri = Objects.requireNonNull(HandOffsIT.class.getResource(resource), resource)
                .toURI();
        return Path.of(uri).toString();
    }
}
