package gilbench.bench.report;

import gilbench.bench.stats.Estimate;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;

/** Numbers as people read them: three significant digits or so, always with a point, never in exponents. */
final class Numbers {
    /** What stands where a number cannot be had. */
    static final String ABSENT = "n/a";

    private Numbers() {}

    /** A number without a unit. */
    static String plain(double value) {
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        return size < 0.0995
                ? fixed(value, 3)
                : size < 9.995 ? fixed(value, 2) : size < 99.95 ? fixed(value, 1) : grouped(value);
    }

    /** Seconds as milliseconds without the unit. */
    static String millis(double seconds) {
        return plain(seconds * 1000);
    }

    /** Seconds without the unit, to the millisecond. */
    static String seconds(double seconds) {
        return fixed(seconds, 3);
    }

    /** A ratio to two decimals. */
    static String ratio(double value) {
        return fixed(value, 2);
    }

    /** A share as a percentage. */
    static String percent(double share) {
        double percent = share * 100;
        return percent == 0 ? "0 %" : percent < 0.095 ? "<0.1 %" : fixed(percent, percent < 9.95 ? 1 : 0) + " %";
    }

    /** A relative change as a percentage with its sign. */
    static String change(double share) {
        return (share < 0 ? "-" : "+") + percent(Math.abs(share));
    }

    /** A count. */
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A duration for people: {@code 200 ms}, {@code 4.2 s}, {@code 3 min 20 s}. */
    static String duration(Duration value) {
        double seconds = value.toNanos() / 1e9;
        if (seconds > 0 && seconds < 1) {
            return millis(seconds) + " ms";
        }
        if (seconds < 99.95) {
            return trimmed(fixed(seconds, 1)) + " s";
        }
        long whole = Math.round(seconds);
        return whole >= 6000
                ? whole / 3600 + " h " + whole % 3600 / 60 + " min"
                : whole / 60 + " min " + whole % 60 + " s";
    }

    /** The value with its interval, or the value alone when there is none. */
    static Table.Entry estimate(Estimate estimate, DoubleFunction<String> form) {
        return Table.Entry.of(form.apply(estimate.value())).with(interval(estimate, form));
    }

    /** The same, or "n/a". */
    static Table.Entry estimate(Optional<Estimate> estimate, DoubleFunction<String> form) {
        return estimate.map(each -> estimate(each, form)).orElse(Table.Entry.of(ABSENT));
    }

    /** The bounds of the interval, or nothing when there is none. */
    static String interval(Estimate estimate, DoubleFunction<String> form) {
        return estimate.low() == estimate.high() ? "" : form.apply(estimate.low()) + ".." + form.apply(estimate.high());
    }

    private static String trimmed(String number) {
        return number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
    }

    private static String fixed(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    private static String grouped(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }
}
