package gilbench.scenario.text;

import gilbench.scenario.BoundException;
import gilbench.scenario.Labelled;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.Function;

/** Readers of the single values of a plan file. */
final class Values {
    private static final int MAX_DIGITS = 32;

    private Values() {}

    /** A whole number in plain decimal digits. */
    static Function<String, Long> whole(String key) {
        return text -> {
            if (!text.matches("-?[0-9]{1,18}")) {
                throw new BoundException(key, "'" + text + "'", "must be a whole number");
            }
            return Long.parseLong(text);
        };
    }

    /** A whole number between two bounds. */
    static Function<String, Integer> whole(String key, int least, int most) {
        return whole(key).andThen(value -> {
            if (value < least || value > most) {
                throw new BoundException(key, value.toString(), "must be between " + least + " and " + most);
            }
            return value.intValue();
        });
    }

    /** A decimal number above 0 and at most {@code most}. */
    static Function<String, Double> positive(String key, double most) {
        return text -> {
            if (text.length() > MAX_DIGITS || !text.matches("-?[0-9]+(\\.[0-9]+)?")) {
                throw new BoundException(key, "'" + text + "'", "must be a number");
            }
            double value = new BigDecimal(text).doubleValue();
            if (!(value > 0 && value <= most)) {
                throw new BoundException(
                        key, text, "must be above 0 and at most " + new BigDecimal(most).toPlainString());
            }
            return value;
        };
    }

    /** A duration that is not zero and at most {@code most}. */
    static Function<String, Duration> positive(String key, Duration most) {
        return text -> {
            Duration value = DurationText.parse(text);
            if (value.isZero() || value.compareTo(most) > 0) {
                throw new BoundException(key, text, "must be above 0 and at most " + DurationText.format(most));
            }
            return value;
        };
    }

    /** A duration of at most {@code most}, zero included. */
    static Function<String, Duration> notNegative(String key, Duration most) {
        return text -> {
            Duration value = DurationText.parse(text);
            if (value.compareTo(most) > 0) {
                throw new BoundException(key, text, "must be at most " + DurationText.format(most));
            }
            return value;
        };
    }

    /** A decimal number from 0 to 1. */
    static Function<String, Double> share(String key) {
        return text -> {
            if (text.length() > MAX_DIGITS || !text.matches("[0-9]+(\\.[0-9]+)?")) {
                throw new BoundException(key, "'" + text + "'", "must be a number between 0 and 1");
            }
            double value = new BigDecimal(text).doubleValue();
            if (value > 1) {
                throw new BoundException(key, text, "must be between 0 and 1");
            }
            return value;
        };
    }

    /** The label of a constant. */
    static <E extends Enum<E> & Labelled> Function<String, E> word(String key, Class<E> type) {
        return text -> Labelled.find(type, text)
                .orElseThrow(
                        () -> new BoundException(key, "'" + text + "'", "must be one of " + Labelled.labels(type)));
    }

    /** One line of text. */
    static Function<String, String> line(String key, int most) {
        return text -> {
            if (text.length() > most || text.chars().anyMatch(Character::isISOControl)) {
                throw new BoundException(key, "'" + text + "'", "must be one line of at most " + most + " characters");
            }
            return text;
        };
    }
}
