package gilbench.cli;

import gilbench.scenario.BoundException;
import gilbench.scenario.Labelled;
import gilbench.scenario.Objective;
import gilbench.scenario.text.DurationText;
import gilbench.scenario.text.ObjectiveText;
import gilbench.scenario.text.ParseException;
import java.time.Duration;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads option values; an error names the value and what it must be. */
final class Converters {
    private Converters() {}

    /** Reads a constant by its label. */
    static <E extends Enum<E> & Labelled> ITypeConverter<E> labels(Class<E> type) {
        return text ->
                Labelled.find(type, text).orElseThrow(() -> wrong(text, "must be one of " + Labelled.labels(type)));
    }

    /** Reads a duration such as {@code 5ms}. */
    static Duration duration(String text) {
        try {
            return DurationText.parse(text);
        } catch (ParseException e) {
            throw wrong(text, e.bound() + " at character " + e.position() + ", such as 200ms");
        }
    }

    /** Reads an objective such as {@code p99<200ms,errors<0.1%}. */
    static Objective objective(String text) {
        try {
            return ObjectiveText.parse(text);
        } catch (ParseException e) {
            throw wrong(text, e.bound() + " at character " + e.position() + ", such as p99<200ms,errors<0.1%");
        }
    }

    /** Reads an int. */
    static Integer wholeNumber(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw wrong(text, "must be a whole number of at most " + Integer.MAX_VALUE);
        }
    }

    /** Reads a number. */
    static Double number(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            throw wrong(text, "must be a number");
        }
    }

    /** Reads a long. */
    static Long longNumber(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw wrong(text, "must be a whole number");
        }
    }

    /**
     * Reads a value in JSON.
     *
     * @throws BoundException with {@code key} when it is not such a value
     */
    static <T> T json(String key, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (BoundException wrong) {
            throw wrong;
        } catch (IllegalArgumentException wrong) {
            throw new BoundException(key, text, "is not as gilbench wrote it: " + wrong.getMessage());
        }
    }

    private static TypeConversionException wrong(String text, String bound) {
        return new TypeConversionException((text.isEmpty() ? "''" : text) + " " + bound);
    }
}
