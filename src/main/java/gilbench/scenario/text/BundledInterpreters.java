package gilbench.scenario.text;

import gilbench.scenario.BoundException;
import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.InterpreterProfile;
import gilbench.scenario.Labelled;
import gilbench.scenario.MachineTimes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The interpreter profiles that come with gilbench: CPython 3.8 to 3.14 and the free-threaded builds, uncalibrated. */
public final class BundledInterpreters {
    private static final List<String> NAMES = List.of(
            "cpython-3.8",
            "cpython-3.9",
            "cpython-3.10",
            "cpython-3.11",
            "cpython-3.12",
            "cpython-3.13",
            "cpython-3.13t",
            "cpython-3.14",
            "cpython-3.14t");

    private BundledInterpreters() {}

    /** Their names. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * The profile that a word means: a kind of interpreter on a typical machine, or one of these.
     *
     * @throws BoundException when it is neither
     */
    public static InterpreterProfile named(String word) {
        return Labelled.find(InterpreterKind.class, word)
                .map(kind -> new InterpreterProfile(word, Interpreter.of(kind), 1, MachineTimes.TYPICAL))
                .orElseGet(() -> profile(word));
    }

    /**
     * A profile by its name.
     *
     * @throws BoundException when there is no profile {@code name}
     */
    public static InterpreterProfile profile(String name) {
        return InterpreterProfileYaml.parse(name + ".yaml", text(name));
    }

    /**
     * The YAML text of a profile, with the source of each value.
     *
     * @throws BoundException when there is no profile {@code name}
     */
    public static String text(String name) {
        if (!NAMES.contains(name)) {
            throw new BoundException("interpreter", "'" + name + "'", "must be one of " + String.join(", ", NAMES));
        }
        try (InputStream in = BundledInterpreters.class.getResourceAsStream("interpreters/" + name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("the interpreter profile " + name + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
