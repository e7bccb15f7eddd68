package gilbench.cli;

import gilbench.cpython.Python;
import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.InterpreterProfile;
import gilbench.scenario.Labelled;
import gilbench.scenario.MachineTimes;
import gilbench.scenario.text.BundledInterpreters;
import gilbench.scenario.text.InterpreterProfileYaml;
import gilbench.scenario.text.PlanException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.TypeConversionException;

/** The interpreter that a word on the command line means: a kind, a built-in profile by its name, else a profile file. */
final class ChosenInterpreter {
    private ChosenInterpreter() {}

    /**
     * Reads it.
     *
     * @throws TypeConversionException when it is none of these, or the file has mistakes
     */
    static Interpreter named(String word) {
        return profile(word).interpreter();
    }

    /**
     * Reads it with what its machine adds; that of a kind is a typical one.
     *
     * @throws TypeConversionException as {@link #named}
     */
    static InterpreterProfile profile(String word) {
        boolean known = Labelled.find(InterpreterKind.class, word).isPresent()
                || BundledInterpreters.names().contains(word);
        return known ? BundledInterpreters.named(word) : ofFile(word);
    }

    /** The built-in profile of {@code python}'s version, or one of typical values when there is none. */
    static InterpreterProfile published(Python python) {
        String name = "cpython-" + python.minor();
        if (BundledInterpreters.names().contains(name)) {
            return BundledInterpreters.profile(name);
        }
        InterpreterKind kind = python.freeThreaded() ? InterpreterKind.FREE_THREADED : InterpreterKind.GIL;
        return new InterpreterProfile(name, Interpreter.of(kind), 1, MachineTimes.TYPICAL);
    }

    private static InterpreterProfile ofFile(String word) {
        try {
            return InterpreterProfileYaml.parse(word, Files.readString(Path.of(word)));
        } catch (PlanException e) {
            throw new TypeConversionException(e.getMessage());
        } catch (IOException | IllegalArgumentException e) {
            throw new TypeConversionException(
                    word + " must be one of " + Labelled.labels(InterpreterKind.class) + ", a built-in profile ("
                            + String.join(", ", BundledInterpreters.names()) + "), or a profile file that can be read");
        }
    }
}
