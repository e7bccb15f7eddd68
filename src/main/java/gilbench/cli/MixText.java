package gilbench.cli;

import gilbench.predict.Mix;
import gilbench.scenario.BoundException;
import gilbench.scenario.Limits;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.text.ParseException;
import gilbench.scenario.text.ProfileText;
import java.util.ArrayList;
import java.util.List;

/**
 * The text form of a mix: {@code 0.7*python:1ms,io:50ms + 0.3*python:40ms}.
 *
 * <pre>
 * mix  = part { "+" part }
 * part = [ decimal "*" ] profile
 * </pre>
 *
 * A part without a weight weighs 1; spaces around parts, weights and profiles do not count.
 */
final class MixText {
    private MixText() {}

    /**
     * Reads a mix.
     *
     * @throws BoundException when {@code text} is not a mix
     */
    static Mix parse(String text) {
        List<Mix.Part> parts = new ArrayList<>();
        for (String part : text.split("\\+", -1)) {
            int star = part.indexOf('*');
            double weight = star < 0 ? 1 : weight(part.substring(0, star).strip());
            parts.add(
                    new Mix.Part(weight, profile("mix", part.substring(star + 1).strip())));
        }
        return new Mix(parts);
    }

    /**
     * Reads a profile.
     *
     * @throws BoundException with {@code key} when {@code text} is not a profile
     */
    static RequestProfile profile(String key, String text) {
        try {
            return ProfileText.parse(text, Limits.DEFAULT);
        } catch (ParseException wrong) {
            throw new BoundException(
                    key,
                    wrong.value().isEmpty() ? "'" + text + "'" : "'" + wrong.value() + "'",
                    wrong.bound() + " at character " + wrong.position());
        }
    }

    private static double weight(String text) {
        if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
            throw new BoundException("mix", "'" + text + "'", "must be a weight such as 0.7");
        }
        double weight = Double.parseDouble(text);
        if (weight == 0) {
            throw new BoundException("mix", "'" + text + "'", "must be a weight above 0");
        }
        return weight;
    }
}
