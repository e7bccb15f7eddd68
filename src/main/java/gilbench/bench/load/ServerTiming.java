package gilbench.bench.load;

import gilbench.scenario.BudgetPart;
import gilbench.scenario.TimeBudget;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The time budget in a {@code Server-Timing} header: {@code queue;dur=0.12, gil-wait;dur=3, …, total;dur=20.5}, durations
 * in milliseconds. Parameters other than {@code dur}, metrics of other names and the order do not matter; of two metrics
 * of one name the first counts (W3C Server Timing, RFC 9110 §5.6 for the syntax).
 */
final class ServerTiming {
    private static final String TOTAL = "total";

    private ServerTiming() {}

    /** The budget, or empty unless every part and the total are there as finite numbers. */
    static Optional<TimeBudget> parse(String header) {
        long[] nanos = new long[BudgetPart.values().length];
        boolean complete = true;
        for (BudgetPart part : BudgetPart.values()) {
            OptionalLong duration = duration(header, part.label());
            complete &= duration.isPresent();
            nanos[part.ordinal()] = duration.orElse(0);
        }
        OptionalLong total = duration(header, TOTAL);
        return complete && total.isPresent() ? Optional.of(budget(nanos, total.getAsLong())) : Optional.empty();
    }

    private static TimeBudget budget(long[] nanos, long total) {
        return new TimeBudget(
                nanos[BudgetPart.QUEUE.ordinal()],
                nanos[BudgetPart.GIL_WAIT.ordinal()],
                nanos[BudgetPart.PYTHON.ordinal()],
                nanos[BudgetPart.NATIVE.ordinal()],
                nanos[BudgetPart.IO.ordinal()],
                nanos[BudgetPart.OTHER.ordinal()],
                total);
    }

    private static OptionalLong duration(String header, String name) {
        int begin = 0;
        while (begin < header.length()) {
            int end = endOf(header, begin, ',');
            if (named(header, begin, end, name)) {
                return duration(header, begin, end);
            }
            begin = end + 1;
        }
        return OptionalLong.empty();
    }

    /** Whether the metric in [begin, end) has this name: a token up to a semicolon or the end. */
    private static boolean named(String header, int begin, int end, String name) {
        int first = skipBlanks(header, begin, end);
        int after = first + name.length();
        return header.startsWith(name, first)
                && after <= end
                && (skipBlanks(header, after, end) == end || header.charAt(skipBlanks(header, after, end)) == ';');
    }

    private static OptionalLong duration(String header, int begin, int end) {
        int parameter = endOf(header, begin, ';') + 1;
        while (parameter < end) {
            int next = Math.min(end, endOf(header, parameter, ';'));
            String text = header.substring(parameter, next).strip();
            if (text.regionMatches(true, 0, "dur", 0, 3)
                    && text.substring(3).stripLeading().startsWith("=")) {
                return nanos(text.substring(text.indexOf('=') + 1).strip());
            }
            parameter = next + 1;
        }
        return OptionalLong.empty();
    }

    private static OptionalLong nanos(String value) {
        String number = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
        try {
            double millis = Double.parseDouble(number);
            return Double.isFinite(millis) ? OptionalLong.of(Math.round(millis * 1e6)) : OptionalLong.empty();
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static int skipBlanks(String header, int begin, int end) {
        int at = begin;
        while (at < end && (header.charAt(at) == ' ' || header.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    /** Where {@code separator} comes next outside of quotes, or the end of the header. */
    private static int endOf(String header, int begin, char separator) {
        boolean quoted = false;
        for (int at = begin; at < header.length(); at++) {
            char c = header.charAt(at);
            if (quoted && c == '\\') {
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                return at;
            }
        }
        return header.length();
    }
}
