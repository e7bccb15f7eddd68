package gilbench.cli;

import gilbench.scenario.InterpreterProfile;
import gilbench.scenario.MachineTimes;
import gilbench.scenario.text.InterpreterProfileYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The interpreter profile of a run, noted in its folder so that a run that goes on is predicted on the same machine. */
final class ChosenMachine {
    private static final String FILE = "interpreter.yaml";

    private ChosenMachine() {}

    /** Notes {@code profile} in the folder of a new run. */
    static void note(Path folder, InterpreterProfile profile) throws IOException {
        Files.writeString(folder.resolve(FILE), InterpreterProfileYaml.format(profile));
    }

    /**
     * The profile that was noted.
     *
     * @throws gilbench.scenario.text.PlanException when the file has mistakes
     */
    static Optional<InterpreterProfile> noted(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        return Files.exists(file)
                ? Optional.of(InterpreterProfileYaml.parse(file.toString(), Files.readString(file)))
                : Optional.empty();
    }

    /** What a machine adds: that of the profile, else a typical one. */
    static MachineTimes times(Optional<InterpreterProfile> profile) {
        return profile.map(InterpreterProfile::times).orElse(MachineTimes.TYPICAL);
    }

    /** Where the times come from, as a sentence without its full stop. */
    static String basis(Optional<InterpreterProfile> profile) {
        return profile.map(each -> "The machine is that of the interpreter profile " + each.name())
                .orElse(
                        "The machine is a typical one: calibrate measures this one, and --interpreter takes what it writes");
    }
}
