package gilbench.cpython.compare;

import gilbench.bench.stats.Bootstrap;
import gilbench.bench.stats.Estimate;
import gilbench.bench.stats.SignedRank;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * A metric of the simulation beside the same metric of CPython, from repetitions that ran back to back.
 *
 * <p>Of a ratio the logarithms count: each repetition contributes ln simulated − (ln real + ln control)/2, and
 * ln control − ln real for the control. Of a difference the values themselves. Estimates and intervals are those of
 * {@link SignedRank}, so that a disturbed repetition among many does not decide.
 *
 * @param simulated simulated / real, or simulated − real
 * @param control the same of CPython against itself
 * @param doubt present if and only if the verdict is undecided
 * @param needed about how many repetitions would decide it; infinite when more cannot
 */
public record Comparison(
        Estimate simulated, Estimate control, ComparisonVerdict verdict, Optional<Doubt> doubt, double needed) {
    /** Fewer repetitions than this decide nothing. */
    public static final int FEWEST = SignedRank.FEWEST;

    private static final long SEED = 1;

    /** One repetition: the metric of each side. */
    public record Repetition(double real, double control, double simulated) {
        private boolean isPositive() {
            return real > 0 && control > 0 && simulated > 0;
        }
    }

    /**
     * Compares.
     *
     * @param repetitions at least one
     */
    public static Comparison of(MetricBound bound, List<Repetition> repetitions) {
        return switch (bound) {
            case MetricBound.Ratio(double tolerance) ->
                allPositive(repetitions) ? ratio(repetitions, Math.log1p(tolerance)) : ofUnlike(repetitions);
            case MetricBound.Difference(double tolerance) -> difference(repetitions, tolerance);
            case MetricBound.InRange() -> inRange(repetitions);
            case MetricBound.Unbounded() -> unbounded(repetitions);
        };
    }

    private static Comparison ratio(List<Repetition> repetitions, double tolerance) {
        SignedRank simulated =
                centre(repetitions, each -> Math.log(each.simulated) - Math.log(each.real * each.control) / 2);
        SignedRank control = centre(repetitions, each -> Math.log(each.control / each.real));
        return ruled(
                exponential(simulated.estimate()),
                exponential(control.estimate()),
                new Ruling(simulated, control, tolerance));
    }

    private static Comparison difference(List<Repetition> repetitions, double tolerance) {
        SignedRank simulated = centre(repetitions, each -> each.simulated - (each.real + each.control) / 2);
        SignedRank control = centre(repetitions, each -> each.control - each.real);
        return ruled(simulated.estimate(), control.estimate(), new Ruling(simulated, control, tolerance));
    }

    private static Comparison ofUnlike(List<Repetition> repetitions) {
        Comparison differences = difference(repetitions, Double.MAX_VALUE);
        return ruled(
                differences.simulated,
                differences.control,
                Optional.of(Doubt.NOTHING_SEEN),
                false,
                Double.POSITIVE_INFINITY);
    }

    private static Comparison inRange(List<Repetition> repetitions) {
        DoubleSummaryStatistics real = repetitions.stream()
                .flatMapToDouble(each -> DoubleStream.of(each.real, each.control))
                .summaryStatistics();
        double median = Bootstrap.median(
                        repetitions.stream().map(Repetition::simulated).toList(), SEED)
                .value();
        Comparison seen = shown(repetitions);
        return ruled(
                seen.simulated,
                seen.control,
                repetitions.size() < FEWEST ? Optional.of(Doubt.TOO_FEW) : Optional.empty(),
                median >= real.getMin() && median <= real.getMax(),
                FEWEST);
    }

    private static Comparison unbounded(List<Repetition> repetitions) {
        Comparison seen = shown(repetitions);
        return new Comparison(seen.simulated, seen.control, ComparisonVerdict.SHOWN, Optional.empty(), 0);
    }

    /** Ratios; differences where a side saw nothing, such as a thread that never ran. */
    private static Comparison shown(List<Repetition> repetitions) {
        return allPositive(repetitions) ? ratio(repetitions, Double.MAX_VALUE) : ofUnlike(repetitions);
    }

    private static boolean allPositive(List<Repetition> repetitions) {
        return repetitions.stream().allMatch(Repetition::isPositive);
    }

    private static Comparison ruled(Estimate simulated, Estimate control, Ruling ruling) {
        return ruled(simulated, control, ruling.doubt(), ruling.isInside(), ruling.needed());
    }

    private static Comparison ruled(
            Estimate simulated, Estimate control, Optional<Doubt> doubt, boolean inside, double needed) {
        ComparisonVerdict verdict = doubt.isPresent()
                ? ComparisonVerdict.UNDECIDED
                : inside ? ComparisonVerdict.MET : ComparisonVerdict.MISSED;
        return new Comparison(simulated, control, verdict, doubt, needed);
    }

    private static SignedRank centre(List<Repetition> repetitions, ToDoubleFunction<Repetition> value) {
        return SignedRank.of(repetitions.stream().mapToDouble(value).boxed().toList());
    }

    private static Estimate exponential(Estimate logarithm) {
        return new Estimate(
                Math.exp(logarithm.value()), Math.exp(logarithm.low()), Math.exp(logarithm.high()), logarithm.n());
    }
}
