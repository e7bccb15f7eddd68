package gilbench.cpython.validate;

import gilbench.bench.stats.Bootstrap;
import gilbench.bench.stats.Estimate;
import gilbench.cpython.compare.Comparison;
import gilbench.cpython.compare.ComparisonVerdict;
import gilbench.cpython.probe.ProbeSide;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * The repetitions of one metric, and what they say at planned looks: after 6, 8, 12, 16, 24, 32, 48 and so on. What comes between
 * two looks enters at the next, because every look more is a chance more to err. Not thread-safe.
 */
final class Comparisons {
    private static final long SEED = 1;

    private final Metric metric;
    private final List<Comparison.Repetition> repetitions = new ArrayList<>();
    private Optional<Comparison> comparison = Optional.empty();

    Comparisons(Metric metric) {
        this.metric = metric;
    }

    Metric metric() {
        return metric;
    }

    int size() {
        return repetitions.size();
    }

    /** What the repetitions say at the latest look, before the first what there is says; empty when there are none. */
    Optional<Comparison> comparison() {
        return comparison;
    }

    /** Adds a repetition, if every side tells the metric. */
    void add(Map<ProbeSide, Observation> observations) {
        OptionalDouble real = value(observations, ProbeSide.REAL);
        OptionalDouble control = value(observations, ProbeSide.CONTROL);
        OptionalDouble simulated = value(observations, ProbeSide.SIMULATED);
        if (real.isPresent() && control.isPresent() && simulated.isPresent()) {
            repetitions.add(
                    new Comparison.Repetition(real.getAsDouble(), control.getAsDouble(), simulated.getAsDouble()));
            comparison =
                    Optional.of(Comparison.of(metric.bound(), repetitions.subList(0, latestLook(repetitions.size()))));
        }
    }

    /** About how many more repetitions decide it; infinite when it is decided. */
    double missing() {
        if (comparison.isEmpty()) {
            return Comparison.FEWEST;
        }
        Comparison seen = comparison.get();
        return seen.verdict() == ComparisonVerdict.UNDECIDED
                ? Math.max(untilNextLook(), seen.needed() - repetitions.size())
                : Double.POSITIVE_INFINITY;
    }

    private int untilNextLook() {
        int look = repetitions.size() + 1;
        while (latestLook(look) != look || look < Comparison.FEWEST) {
            look++;
        }
        return look - repetitions.size();
    }

    /** The largest power of two, or one and a half of such, up to {@code n}; {@code n} itself before the first look. */
    private static int latestLook(int n) {
        int power = Integer.highestOneBit(n);
        return n < Comparison.FEWEST ? n : n >= power + power / 2 ? power + power / 2 : power;
    }

    /** The median of one side; empty when there are no repetitions. */
    Optional<Estimate> median(ToDoubleFunction<Comparison.Repetition> side) {
        return repetitions.isEmpty()
                ? Optional.empty()
                : Optional.of(Bootstrap.median(
                        repetitions.stream().mapToDouble(side).boxed().toList(), SEED));
    }

    private OptionalDouble value(Map<ProbeSide, Observation> observations, ProbeSide side) {
        return metric.reading().of(Objects.requireNonNull(observations.get(side)));
    }
}
