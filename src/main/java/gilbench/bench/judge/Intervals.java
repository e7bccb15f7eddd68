package gilbench.bench.judge;

import gilbench.bench.stats.Bootstrap;
import gilbench.bench.stats.Distribution;
import gilbench.bench.stats.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Estimates over independent units: launches, the blocks of one launch, the seconds of one window. */
final class Intervals {
    private static final long SEED = 1;

    private Intervals() {}

    /** The median of one number per unit; none without numbers. */
    static Optional<Estimate> median(List<Double> units) {
        return units.isEmpty() ? Optional.empty() : Optional.of(notNegative(Bootstrap.median(units, SEED)));
    }

    /** The mean of one number per unit, 0 without numbers. */
    static Estimate mean(List<Double> units) {
        return units.isEmpty() ? Estimate.single(0) : notNegative(Bootstrap.mean(units, SEED));
    }

    /** {@code value} with the interval of the mean of {@code units}. */
    static Estimate around(double value, List<Double> units) {
        Estimate mean = mean(units);
        return new Estimate(value, Math.min(value, mean.low()), Math.max(value, mean.high()), mean.n());
    }

    /**
     * A statistic of the merged distributions of all units, if they have it.
     *
     * <p>Its interval is that of the mean of the jackknife's pseudo-values n·θ − (n−1)·θ₋ᵢ, θ₋ᵢ being the statistic without unit i
     * (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, ch. 11): distributions are merged even there, no percentile is
     * averaged. Without interval where θ₋ᵢ does not exist for every i.
     */
    static Optional<Estimate> merged(List<Distribution> units, Function<Distribution, OptionalDouble> statistic) {
        OptionalDouble whole = statistic.apply(Distribution.merge(units));
        if (whole.isEmpty()) {
            return Optional.empty();
        }
        double value = whole.getAsDouble();
        return Optional.of(pseudoValues(units, value, statistic)
                .map(each -> around(value, each))
                .orElse(Estimate.single(value)));
    }

    private static Optional<List<Double>> pseudoValues(
            List<Distribution> units, double value, Function<Distribution, OptionalDouble> statistic) {
        List<Double> pseudoValues = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            List<Distribution> others = new ArrayList<>(units);
            others.remove(i);
            OptionalDouble without =
                    others.isEmpty() ? OptionalDouble.empty() : statistic.apply(Distribution.merge(others));
            if (without.isEmpty()) {
                return Optional.empty();
            }
            pseudoValues.add(units.size() * value - (units.size() - 1) * without.getAsDouble());
        }
        return Optional.of(pseudoValues);
    }

    private static Estimate notNegative(Estimate estimate) {
        return new Estimate(
                estimate.value(),
                Math.min(estimate.value(), Math.max(0, estimate.low())),
                estimate.high(),
                estimate.n());
    }
}
