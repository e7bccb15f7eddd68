package gilbench.scenario.text;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * The text form of a duration: a non-negative decimal and a unit, {@code 200ms}, {@code 1.5s}.
 *
 * <pre>
 * duration = digits [ "." digits ] unit
 * unit     = "us" | "ms" | "s" | "m"
 * </pre>
 *
 * No sign, no space, no exponent; a whole number of nanoseconds; at most {@link #MAX}.
 */
public final class DurationText {
    /** The longest duration that has a text form. */
    public static final Duration MAX = Duration.ofSeconds(1_000_000);

    private static final int MAX_NUMBER = 24;

    private DurationText() {}

    /**
     * Reads a duration.
     *
     * @throws ParseException when {@code text} is not a duration
     */
    public static Duration parse(String text) {
        return parse(text, 0, text.length());
    }

    /** Reads the duration that stands in {@code text} from {@code from} until before {@code to}. */
    static Duration parse(String text, int from, int to) {
        int end = fractionEnd(text, digits(text, from, to), to);
        if (end - from > MAX_NUMBER) {
            throw new ParseException(
                    text, from + 1, text.substring(from, end), "must have at most " + MAX_NUMBER + " characters");
        }
        BigDecimal nanos = new BigDecimal(text.substring(from, end)).multiply(nanosPerUnit(text, end, to));
        String value = text.substring(from, to);
        if (nanos.compareTo(BigDecimal.valueOf(MAX.toNanos())) > 0) {
            throw new ParseException(text, from + 1, value, "must be at most " + format(MAX));
        }
        if (nanos.stripTrailingZeros().scale() > 0) {
            throw new ParseException(text, from + 1, value, "must be a whole number of nanoseconds");
        }
        return Duration.ofNanos(nanos.longValueExact());
    }

    /** The text form of {@code duration}: its shortest exact form in the largest fitting unit. */
    public static String format(Duration duration) {
        long nanos = duration.toNanos();
        if (nanos > 0 && nanos % 60_000_000_000L == 0) {
            return nanos / 60_000_000_000L + "m";
        }
        if (nanos >= 1_000_000_000L) {
            return decimal(nanos, 9) + "s";
        }
        return nanos == 0 || nanos >= 1_000_000 ? decimal(nanos, 6) + "ms" : decimal(nanos, 3) + "us";
    }

    private static String decimal(long nanos, int scale) {
        return BigDecimal.valueOf(nanos, scale).stripTrailingZeros().toPlainString();
    }

    private static int fractionEnd(String text, int end, int to) {
        return end < to && text.charAt(end) == '.' ? digits(text, end + 1, to) : end;
    }

    /** The end of the digits that begin at {@code from}: at least one. */
    static int digits(String text, int from, int to) {
        int end = from;
        while (end < to && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        if (end == from) {
            throw new ParseException(text, from + 1, text.substring(from, to), "must begin with a digit");
        }
        return end;
    }

    private static BigDecimal nanosPerUnit(String text, int from, int to) {
        String unit = text.substring(from, to);
        return switch (unit) {
            case "us" -> BigDecimal.valueOf(1_000);
            case "ms" -> BigDecimal.valueOf(1_000_000);
            case "s" -> BigDecimal.valueOf(1_000_000_000);
            case "m" -> BigDecimal.valueOf(60_000_000_000L);
            default -> throw new ParseException(text, from + 1, unit, "must be a unit: us, ms, s or m");
        };
    }
}
