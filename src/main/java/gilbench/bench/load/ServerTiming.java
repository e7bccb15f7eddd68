package gilbench.bench.load;

import gilbench.scenario.BudgetPart;
import gilbench.scenario.TimeBudget;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The time budget in a {@code Server-Timing} header: {@code queue;dur=0.12, gil-wait;dur=3, …, total;dur=20.5}, durations
 * in milliseconds. Parameters other than {@code dur}, metrics of other names and the order do not matter; of two metrics
 * of one name the first counts (W3C Server Timing; RFC 9110 §5.6 for lists, parameters and quoted strings).
 */
final class ServerTiming {
    private static final String TOTAL = "total";
    private static final String DURATION = "dur";
    private static final int METRICS = 16;

    private ServerTiming() {}

    /** The budget, or empty unless every part and the total are there as finite numbers. */
    static Optional<TimeBudget> parse(String header) {
        Map<String, Long> nanos = HashMap.newHashMap(METRICS);
        for (int begin = 0; begin < header.length(); ) {
            int end = endOf(header, begin, header.length(), ',');
            metric(header, begin, end, nanos);
            begin = end + 1;
        }
        return complete(nanos) ? Optional.of(budget(nanos)) : Optional.empty();
    }

    private static boolean complete(Map<String, Long> nanos) {
        for (BudgetPart part : BudgetPart.values()) {
            if (!nanos.containsKey(part.label())) {
                return false;
            }
        }
        return nanos.containsKey(TOTAL);
    }

    private static TimeBudget budget(Map<String, Long> nanos) {
        return new TimeBudget(
                part(nanos, BudgetPart.QUEUE),
                part(nanos, BudgetPart.GIL_WAIT),
                part(nanos, BudgetPart.PYTHON),
                part(nanos, BudgetPart.NATIVE),
                part(nanos, BudgetPart.IO),
                part(nanos, BudgetPart.OTHER),
                nanos.getOrDefault(TOTAL, 0L));
    }

    private static long part(Map<String, Long> nanos, BudgetPart part) {
        return nanos.getOrDefault(part.label(), 0L);
    }

    private static void metric(String header, int begin, int end, Map<String, Long> nanos) {
        int nameEnd = endOf(header, begin, end, ';');
        String name = header.substring(begin, nameEnd).strip();
        for (int parameter = nameEnd + 1; parameter < end; ) {
            int next = endOf(header, parameter, end, ';');
            duration(header.substring(parameter, next)).ifPresent(value -> nanos.putIfAbsent(name, value));
            parameter = next + 1;
        }
    }

    /** The nanoseconds of a {@code dur} parameter; empty for another one, or without a finite number. */
    private static Optional<Long> duration(String parameter) {
        int equals = parameter.indexOf('=');
        if (equals < 0 || !parameter.substring(0, equals).strip().equalsIgnoreCase(DURATION)) {
            return Optional.empty();
        }
        try {
            double millis =
                    Double.parseDouble(unquoted(parameter.substring(equals + 1).strip()));
            return Double.isFinite(millis) ? Optional.of(Math.round(millis * 1e6)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /** Where {@code separator} comes next in [begin, end) outside of quotes, or {@code end}. */
    private static int endOf(String header, int begin, int end, char separator) {
        boolean quoted = false;
        for (int at = begin; at < end; at++) {
            char c = header.charAt(at);
            if (quoted && c == '\\') {
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                return at;
            }
        }
        return end;
    }
}
