package gilbench.predict;

import gilbench.bench.result.Finding;
import gilbench.bench.result.FindingType;
import gilbench.scenario.Ramp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the replications of a scenario do not say: how well the mean is known, and what was too rare or too long to be seen. */
record Shortcomings(Scenario scenario, List<Observation> seen) {
    /** Lives of a worker in a window below which its ends weigh too little or too much by chance. */
    private static final double FEWEST_LIVES = 3;

    List<Finding> findings() {
        return Stream.of(scenario.ramp().map(this::ramp), precision(), lives())
                .flatMap(Optional::stream)
                .toList();
    }

    private Finding ramp(Ramp ramp) {
        long shortest = seen.stream().mapToLong(Observation::window).min().orElse(0);
        String cut = shortest < ramp.over().toNanos()
                ? "; the cap on work was reached: only the first " + seconds(shortest / 1e9) + " were simulated"
                : "";
        return new Finding(
                FindingType.RAMP,
                String.format(
                        Locale.ROOT,
                        "percentiles are over the whole ramp, from %s/s to %s/s within %s%s",
                        number(ramp.from()),
                        number(ramp.to()),
                        seconds(ramp.over().toNanos() / 1e9),
                        cut));
    }

    private Optional<Finding> precision() {
        double halfWidth = Rounds.halfWidth(seen, scenario.seed());
        double wanted = scenario.effort().precision();
        if (halfWidth <= wanted) {
            return Optional.empty();
        }
        String known = Double.isFinite(halfWidth)
                ? String.format(
                        Locale.ROOT,
                        "the mean response time is known to %.1f %% instead of %.1f %%",
                        100 * halfWidth,
                        100 * wanted)
                : "too few requests ended to say how well the mean response time is known";
        return Optional.of(new Finding(FindingType.FEW_REQUESTS, known + ": the cap on work was reached"));
    }

    private Optional<Finding> lives() {
        double windows = seen.stream().mapToLong(Observation::window).sum() / 1e9;
        double completed = seen.stream().mapToLong(Observation::completed).sum();
        double window = windows / seen.size();
        double span = scenario.lifeOfWorkers()
                .span(completed / windows / scenario.deployment().workers());
        return Double.isInfinite(span) || window >= FEWEST_LIVES * span
                ? Optional.empty()
                : Optional.of(new Finding(
                        FindingType.FEW_REQUESTS,
                        "a worker lives for " + seconds(span) + ", but windows are only " + seconds(window)
                                + " long: how often workers end is left to chance"));
    }

    private static String seconds(double seconds) {
        return number(seconds) + " s";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 1000 ? "%.3g" : "%.0f", value);
    }
}
