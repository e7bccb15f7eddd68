package gilbench.cpython;

import gilbench.bench.stats.Bootstrap;
import gilbench.bench.stats.Estimate;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * A metric of the simulation beside the same metric of CPython, from repetitions that ran back to back.
 *
 * <p>Of a ratio the logarithms are averaged: each repetition contributes ln simulated − (ln real + ln control)/2, and
 * ln control − ln real for the control. Of a difference the values themselves. The intervals are those of
 * {@link Bootstrap#mean}.
 *
 * @param simulated simulated / real, or simulated − real
 * @param control the same of CPython against itself
 */
record Comparison(Estimate simulated, Estimate control, ComparisonVerdict verdict) {
    /** Fewer repetitions than this decide nothing. */
    static final int FEWEST = 5;

    private static final long SEED = 1;

    /** One repetition: the metric of each side. */
    record Repetition(double real, double control, double simulated) {
        private boolean isPositive() {
            return real > 0 && control > 0 && simulated > 0;
        }
    }

    /**
     * Compares.
     *
     * @param repetitions at least one
     */
    static Comparison of(MetricBound bound, List<Repetition> repetitions) {
        return switch (bound) {
            case MetricBound.Ratio(double tolerance) ->
                repetitions.stream().allMatch(Repetition::isPositive)
                        ? ratio(repetitions, Math.log1p(tolerance))
                        : ofUnlike(repetitions);
            case MetricBound.Difference(double tolerance) -> difference(repetitions, tolerance);
            case MetricBound.InRange() -> inRange(repetitions);
        };
    }

    private static Comparison ratio(List<Repetition> repetitions, double tolerance) {
        Estimate simulated =
                mean(repetitions, each -> Math.log(each.simulated) - Math.log(each.real * each.control) / 2);
        Estimate control = mean(repetitions, each -> Math.log(each.control / each.real));
        return new Comparison(exponential(simulated), exponential(control), verdict(simulated, control, tolerance));
    }

    private static Comparison difference(List<Repetition> repetitions, double tolerance) {
        Estimate simulated = mean(repetitions, each -> each.simulated - (each.real + each.control) / 2);
        Estimate control = mean(repetitions, each -> each.control - each.real);
        return new Comparison(simulated, control, verdict(simulated, control, tolerance));
    }

    private static Comparison ofUnlike(List<Repetition> repetitions) {
        Comparison differences = difference(repetitions, Double.MAX_VALUE);
        return new Comparison(differences.simulated, differences.control, ComparisonVerdict.UNDECIDED);
    }

    private static Comparison inRange(List<Repetition> repetitions) {
        DoubleSummaryStatistics real = repetitions.stream()
                .flatMapToDouble(each -> DoubleStream.of(each.real, each.control))
                .summaryStatistics();
        Estimate median =
                Bootstrap.median(repetitions.stream().map(Repetition::simulated).toList(), SEED);
        Comparison ratio = ratio(repetitions, Double.MAX_VALUE);
        ComparisonVerdict verdict = repetitions.size() < FEWEST
                ? ComparisonVerdict.UNDECIDED
                : median.value() >= real.getMin() && median.value() <= real.getMax()
                        ? ComparisonVerdict.MET
                        : ComparisonVerdict.MISSED;
        return new Comparison(ratio.simulated, ratio.control, verdict);
    }

    private static ComparisonVerdict verdict(Estimate simulated, Estimate control, double tolerance) {
        if (simulated.n() < FEWEST || control.low() < -tolerance || control.high() > tolerance) {
            return ComparisonVerdict.UNDECIDED;
        }
        if (simulated.low() >= -tolerance && simulated.high() <= tolerance) {
            return ComparisonVerdict.MET;
        }
        return simulated.low() > tolerance || simulated.high() < -tolerance
                ? ComparisonVerdict.MISSED
                : ComparisonVerdict.UNDECIDED;
    }

    private static Estimate mean(List<Repetition> repetitions, ToDoubleFunction<Repetition> value) {
        return Bootstrap.mean(repetitions.stream().mapToDouble(value).boxed().toList(), SEED);
    }

    private static Estimate exponential(Estimate logarithm) {
        return new Estimate(
                Math.exp(logarithm.value()), Math.exp(logarithm.low()), Math.exp(logarithm.high()), logarithm.n());
    }
}
