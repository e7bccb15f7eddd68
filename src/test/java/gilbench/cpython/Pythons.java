package gilbench.cpython;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The Pythons to test with: python3 on PATH, and those that the environment variable {@value #VARIABLE} lists. */
final class Pythons {
    private static final String VARIABLE = "GILBENCH_PYTHONS";

    private Pythons() {}

    /** At least one, or the test is skipped. */
    static List<Python> all() throws InterruptedException {
        List<Python> all = new ArrayList<>();
        Python.find(Optional.empty()).ifPresent(all::add);
        String listed = System.getenv().getOrDefault(VARIABLE, "");
        for (String path : listed.isEmpty() ? new String[0] : listed.split(File.pathSeparator, -1)) {
            Python.find(Optional.of(Path.of(path))).ifPresent(all::add);
        }
        assumeFalse(all.isEmpty(), "no python3 on PATH and none in " + VARIABLE);
        return all.stream().distinct().toList();
    }

    /** The first of {@link #all}. */
    static Python any() throws InterruptedException {
        return all().getFirst();
    }
}
