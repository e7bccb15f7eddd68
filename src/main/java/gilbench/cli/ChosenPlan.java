package gilbench.cli;

import gilbench.scenario.BoundException;
import gilbench.scenario.Plan;
import gilbench.scenario.text.BundledPlans;
import gilbench.scenario.text.PlanYaml;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The plan that a word on the command line means: a bundled one by its name, else a file. */
final class ChosenPlan {
    private ChosenPlan() {}

    /**
     * Reads it.
     *
     * @throws BoundException when there is neither such a bundled plan nor such a file
     * @throws gilbench.scenario.text.PlanException when the file has mistakes
     */
    static Plan named(String word) throws IOException {
        if (BundledPlans.names().contains(word)) {
            return BundledPlans.plan(word);
        }
        try {
            return PlanYaml.parse(word, Files.readString(Path.of(word)));
        } catch (NoSuchFileException e) {
            throw looksLikeFile(word)
                    ? new BoundException("plan", word, "must be a file that exists")
                    : new BoundException(
                            "plan",
                            word,
                            "must be one of " + String.join(", ", BundledPlans.names()) + ", or a YAML file");
        } catch (MalformedInputException e) {
            throw new BoundException("plan", word, "must be a text file in UTF-8");
        } catch (IOException e) {
            throw new BoundException("plan", word, "must be a readable file");
        }
    }

    private static boolean looksLikeFile(String word) {
        return word.endsWith(".yaml") || word.endsWith(".yml") || word.contains("/");
    }
}
