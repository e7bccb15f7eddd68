package gilbench.bench.judge;

import gilbench.bench.result.Finding;
import gilbench.bench.result.FindingType;
import gilbench.bench.result.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether the load driver did what it was asked to: it started at least 99 % of what was due, on time, with processor time to
 * spare.
 */
final class GeneratorGates {
    private static final double LEAST_STARTED = 0.99;
    private static final double ON_TIME = 0.99;
    private static final double LEAST_LAG_BOUND = 0.001;
    private static final double LAG_SHARE = 0.01;
    private static final double MOST_CPU = 0.8;

    private final Measurement measurement;
    private final double lagBound;
    private final double cpuShare;

    GeneratorGates(Measurement measurement) {
        this.measurement = measurement;
        double median = measurement
                .responseTime()
                .quantile(0.5)
                .orElse(measurement.responseTime().mean());
        lagBound = Math.max(LEAST_LAG_BOUND, LAG_SHARE * median);
        cpuShare = (double) measurement.generatorCpu().toNanos()
                / measurement.window().toNanos();
    }

    /** Whether requests were sent on time and with processor time to spare: what was dropped then was the service's doing. */
    boolean holds() {
        return onTime() && cpuShare <= MOST_CPU;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        boolean behind = measurement.started() + measurement.dropped() < LEAST_STARTED * measurement.due();
        if (behind) {
            findings.add(new Finding(
                    FindingType.GENERATOR_BEHIND,
                    String.format(
                            Locale.ROOT,
                            "%d of %d due requests were started, %.1f %%, bound 99 %%",
                            measurement.started(),
                            measurement.due(),
                            100.0 * measurement.started() / measurement.due())));
        }
        if (measurement.dropped() > 0 && !holds()) {
            findings.add(new Finding(
                    FindingType.ITERATIONS_DROPPED,
                    String.format(
                            Locale.ROOT,
                            "%d of %d due requests were dropped, bound 0",
                            measurement.dropped(),
                            measurement.due())));
        }
        if (!onTime()) {
            findings.add(new Finding(
                    FindingType.GENERATOR_LAG,
                    String.format(
                            Locale.ROOT,
                            "%.1f %% of the requests were sent within %.2f ms of their time, bound 99 %%; the latest %.1f ms after",
                            measurement.sendLag().shareAtMost(lagBound) * 100,
                            lagBound * 1e3,
                            measurement.sendLag().max() * 1e3)));
        }
        if (cpuShare > MOST_CPU) {
            findings.add(new Finding(
                    FindingType.GENERATOR_CPU,
                    String.format(
                            Locale.ROOT, "the generator used %.0f %% of a processor, bound 80 %%", cpuShare * 100)));
        }
        return findings;
    }

    private boolean onTime() {
        return measurement.sendLag().shareAtMost(lagBound) >= ON_TIME;
    }
}
