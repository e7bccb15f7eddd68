package gilbench.bench.judge;

import gilbench.bench.result.Finding;
import gilbench.bench.result.FindingType;
import gilbench.bench.result.InFlight;
import gilbench.bench.result.Measurement;
import gilbench.bench.stats.Distribution;
import gilbench.bench.stats.LittlesLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether the numbers of a measurement can be true together: Little's law N = X·R within 5 %, and the mean below p99.
 *
 * <p>N is the time-weighted mean in flight. Requests in flight at an edge of the window were observed in part: X counts each of
 * them half, and their unknown halves are allowed for by one response time in the window. The law is asked of steady
 * measurements of at least 20 mean response times.
 */
final class Consistency {
    private static final double TOLERANCE = 0.05;
    private static final double LEAST_RESPONSE_TIMES = 20;

    private Consistency() {}

    static List<Finding> of(Measurement measurement, boolean saturated) {
        List<Finding> findings = new ArrayList<>();
        double window = measurement.window().toNanos() / 1e9;
        double response = measurement.responseTime().mean();
        if (!saturated && measurement.ended() > 0 && window >= LEAST_RESPONSE_TIMES * response) {
            littlesLaw(measurement, window, response, findings);
        }
        Distribution responseTime = measurement.responseTime();
        responseTime.quantile(0.99).ifPresent(p99 -> {
            if (responseTime.mean() > p99) {
                findings.add(new Finding(
                        FindingType.MEAN_ABOVE_P99,
                        String.format(
                                Locale.ROOT,
                                "mean response time %.1f ms, p99 %.1f ms",
                                responseTime.mean() * 1e3,
                                p99 * 1e3)));
            }
        });
        return findings;
    }

    private static void littlesLaw(Measurement measurement, double window, double response, List<Finding> findings) {
        InFlight inFlight = measurement.inFlight();
        LittlesLaw law = LittlesLaw.of(
                window, inFlight.mean(), inFlight.atStart(), inFlight.atEnd(), measurement.ended(), response);
        double allowed = TOLERANCE * Math.max(law.inFlight(), law.expected()) + response / window;
        if (Math.abs(law.inFlight() - law.expected()) > allowed) {
            findings.add(new Finding(
                    FindingType.LITTLES_LAW,
                    String.format(
                            Locale.ROOT,
                            "%.2f in flight, but %.1f/s × %.1f ms = %.2f, bound ±%.2f",
                            law.inFlight(),
                            law.throughput(),
                            response * 1e3,
                            law.expected(),
                            allowed)));
        }
    }
}
