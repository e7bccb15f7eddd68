package gilbench.cli;

import gilbench.scenario.BoundException;
import gilbench.scenario.Labelled;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What sends the load of a run, noted in its folder so that a run that goes on is measured by the same. */
final class ChosenDriver {
    private static final String FILE = "driver";

    private ChosenDriver() {}

    /** The given driver, else the embedded one. */
    static DriverKind ofNewRun(@Nullable DriverKind given) {
        return given == null ? DriverKind.EMBEDDED : given;
    }

    /**
     * The driver of the run in {@code folder}.
     *
     * @throws BoundException when another one is given
     */
    static DriverKind ofResumed(Path folder, @Nullable DriverKind given) throws IOException {
        DriverKind before = noted(folder);
        if (given != null && given != before) {
            throw new BoundException("--driver", given.label(), "must be " + before.label() + ", as the run began");
        }
        return before;
    }

    /** What began the run in {@code folder}; the embedded driver where nothing is noted. */
    static DriverKind noted(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        Optional<DriverKind> noted = Files.exists(file)
                ? Labelled.find(
                        DriverKind.class,
                        Files.readString(file, StandardCharsets.UTF_8).strip())
                : Optional.empty();
        return noted.orElse(DriverKind.EMBEDDED);
    }

    /** Notes {@code driver} in the folder of a new run. */
    static void note(Path folder, DriverKind driver) throws IOException {
        Files.writeString(folder.resolve(FILE), driver.label() + "\n", StandardCharsets.UTF_8);
    }
}
