package gilbench.cli;

import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.Labelled;
import gilbench.scenario.text.BundledInterpreters;
import gilbench.scenario.text.InterpreterProfileYaml;
import gilbench.scenario.text.PlanException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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
        Optional<InterpreterKind> kind = Labelled.find(InterpreterKind.class, word);
        if (kind.isPresent()) {
            return Interpreter.of(kind.get());
        }
        return BundledInterpreters.names().contains(word)
                ? BundledInterpreters.profile(word).interpreter()
                : ofFile(word);
    }

    private static Interpreter ofFile(String word) {
        try {
            return InterpreterProfileYaml.parse(word, Files.readString(Path.of(word)))
                    .interpreter();
        } catch (PlanException e) {
            throw new TypeConversionException(e.getMessage());
        } catch (IOException | IllegalArgumentException e) {
            throw new TypeConversionException(
                    word + " must be one of " + Labelled.labels(InterpreterKind.class) + ", a built-in profile ("
                            + String.join(", ", BundledInterpreters.names()) + "), or a profile file that can be read");
        }
    }
}
