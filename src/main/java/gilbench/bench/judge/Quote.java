package gilbench.bench.judge;

import gilbench.bench.stats.Estimate;
import java.util.Locale;

/** Numbers with their intervals, as conclusions quote them. */
final class Quote {
    private Quote() {}

    /** {@code 1.92× [1.88, 1.95]}. */
    static String times(Estimate estimate) {
        return text(estimate, "%.2f", "×");
    }

    /** {@code 2.01 s [2.00, 2.02]}. */
    static String seconds(Estimate estimate) {
        return text(estimate, "%.2f", " s");
    }

    /** {@code 45.1 ms [43.0, 47.2]}, of an estimate in seconds. */
    static String millis(Estimate estimate) {
        Estimate millis =
                new Estimate(estimate.value() * 1e3, estimate.low() * 1e3, estimate.high() * 1e3, estimate.n());
        return text(millis, "%.1f", " ms");
    }

    /** {@code 79.8/s [78.1, 81.0]}. */
    static String perSecond(Estimate estimate) {
        return text(estimate, "%.1f", "/s");
    }

    /** A plain number of seconds: {@code 2 s}, {@code 200 ms}. */
    static String duration(double seconds) {
        return seconds >= 1 ? plain(seconds) + " s" : plain(seconds * 1e3) + " ms";
    }

    /** Without trailing zeros. */
    static String plain(double value) {
        return String.format(Locale.ROOT, "%.3f", value).replaceAll("\\.?0+$", "");
    }

    private static String text(Estimate estimate, String number, String unit) {
        String value = String.format(Locale.ROOT, number, estimate.value()) + unit;
        return estimate.low() == estimate.high()
                ? value
                : value + " [" + String.format(Locale.ROOT, number + ", " + number, estimate.low(), estimate.high())
                        + "]";
    }
}
