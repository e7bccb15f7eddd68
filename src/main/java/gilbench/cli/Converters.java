package gilbench.cli;

import gilbench.scenario.Labelled;
import gilbench.scenario.text.DurationText;
import gilbench.scenario.text.ParseException;
import java.time.Duration;
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

    /** Reads an int. */
    static Integer wholeNumber(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw wrong(text, "must be a whole number of at most " + Integer.MAX_VALUE);
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

    private static TypeConversionException wrong(String text, String bound) {
        return new TypeConversionException(text + " " + bound);
    }
}
