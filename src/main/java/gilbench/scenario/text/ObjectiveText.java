package gilbench.scenario.text;

import gilbench.scenario.Objective;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * The text form of an objective: {@code p99<200ms,errors<0.1%}.
 *
 * <pre>
 * objective = "p" percent "<" duration "," "errors<" percent "%"
 * percent   = digits [ "." digits ]
 * </pre>
 *
 * The percentile is above 0 and below 100, errors are between 0 and 100 %. There are no spaces.
 */
public final class ObjectiveText {
    private static final String ERRORS = ",errors<";

    private ObjectiveText() {}

    /**
     * Reads an objective.
     *
     * @throws ParseException when {@code text} is not an objective
     */
    public static Objective parse(String text) {
        expect(text, 0, "p");
        int less = percentEnd(text, 1);
        BigDecimal percentile = percent(text, 1, less);
        if (percentile.signum() == 0 || percentile.compareTo(BigDecimal.ONE) >= 0) {
            throw new ParseException(text, 2, text.substring(1, less), "must be above 0 and below 100");
        }
        expect(text, less, "<");
        int comma = text.indexOf(',', less);
        int durationEnd = comma < 0 ? text.length() : comma;
        Duration bound = DurationText.parse(text, less + 1, durationEnd);
        if (bound.isZero()) {
            throw new ParseException(text, less + 2, text.substring(less + 1, durationEnd), "must be above 0");
        }
        expect(text, durationEnd, ERRORS);
        return new Objective(percentile.doubleValue(), bound, errors(text, durationEnd + ERRORS.length()));
    }

    /** The text form of {@code objective}. */
    public static String format(Objective objective) {
        return "p" + percent(objective.quantile()) + "<" + DurationText.format(objective.bound()) + ERRORS
                + percent(objective.errors()) + "%";
    }

    private static double errors(String text, int from) {
        int end = percentEnd(text, from);
        BigDecimal share = percent(text, from, end);
        if (share.compareTo(BigDecimal.ONE) > 0) {
            throw new ParseException(text, from + 1, text.substring(from, end), "must be at most 100");
        }
        if (!text.substring(end).equals("%")) {
            throw new ParseException(text, end + 1, text.substring(end), "must be '%' and the end");
        }
        return share.doubleValue();
    }

    private static void expect(String text, int at, String word) {
        if (!text.startsWith(word, at)) {
            throw new ParseException(
                    text, at + 1, text.substring(at), "must be '" + word + "', as in p99<200ms,errors<0.1%");
        }
    }

    private static int percentEnd(String text, int from) {
        int end = DurationText.digits(text, from, text.length());
        return end < text.length() && text.charAt(end) == '.' ? DurationText.digits(text, end + 1, text.length()) : end;
    }

    private static BigDecimal percent(String text, int from, int end) {
        if (end - from > 18) {
            throw new ParseException(text, from + 1, text.substring(from, end), "must have at most 18 characters");
        }
        return new BigDecimal(text.substring(from, end)).movePointLeft(2);
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
    }
}
