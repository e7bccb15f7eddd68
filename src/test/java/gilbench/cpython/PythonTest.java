package gilbench.cpython;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonTest {
    @ParameterizedTest
    @CsvSource({
        "3.8.18, false, CPython 3.8.18, 3.8",
        "3.13.0, false, CPython 3.13.0, 3.13",
        "3.14.0, true, CPython 3.14.0t, 3.14t"
    })
    void name_anyBuild_tellsVersionAndFreeThreading(String version, boolean freeThreaded, String name, String minor) {
        Python python = new Python(Path.of("/opt/python3"), version, freeThreaded, false);

        assertThat(python.name()).isEqualTo(name);
        assertThat(python.minor()).isEqualTo(minor);
    }
}
