package gilbench.bench.judge;

import gilbench.bench.stats.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The percentile bootstrap over independent units (launches, or blocks of one launch): the 95 % interval of a statistic is where
 * the middle 95 % of its values over all resamples with replacement lie.
 *
 * <p>Up to six units all resamples are enumerated, each with its multinomial probability, so that nothing is random; beyond,
 * 1000 are drawn with a fixed seed.
 *
 * @param <S> what a resample is merged into
 */
final class Resampling<S> {
    private static final int ENUMERATED = 6;
    private static final int DRAWN = 1000;
    private static final double TAIL = 0.025;
    private static final double ROUNDING = 1e-9;

    private final int units;
    private final S whole;
    private final List<Weighted<S>> resamples;

    private record Weighted<S>(S value, double weight) {}

    private Resampling(int units, S whole, List<Weighted<S>> resamples) {
        this.units = units;
        this.whole = whole;
        this.resamples = resamples;
    }

    /** All units and their resamples, each merged. */
    static <T, S> Resampling<S> of(List<T> units, Function<List<T>, S> merge) {
        List<Weighted<S>> resamples = new ArrayList<>();
        if (units.size() > ENUMERATED) {
            draw(units, merge, resamples);
        } else if (units.size() > 1) {
            enumerate(units, 0, List.of(), 1, units.size(), merge, resamples);
        }
        return new Resampling<>(units.size(), merge.apply(units), resamples);
    }

    /** The merged units. */
    S whole() {
        return whole;
    }

    /** The statistic of all units with its interval; without interval for a single unit. */
    Estimate estimate(ToDoubleFunction<S> statistic) {
        return estimate(statistic.applyAsDouble(whole), each -> OptionalDouble.of(statistic.applyAsDouble(each)));
    }

    /** {@code value} with the interval of a statistic that some resamples may not have. */
    Estimate estimate(double value, Function<S, OptionalDouble> statistic) {
        List<Weighted<Double>> values = new ArrayList<>();
        for (Weighted<S> each : resamples) {
            statistic.apply(each.value()).ifPresent(seen -> values.add(new Weighted<>(seen, each.weight())));
        }
        if (values.isEmpty()) {
            return new Estimate(value, value, value, units);
        }
        values.sort(Comparator.comparingDouble(Weighted::value));
        return new Estimate(
                value, Math.min(value, quantile(values, TAIL)), Math.max(value, quantile(values, 1 - TAIL)), units);
    }

    private static double quantile(List<Weighted<Double>> sorted, double q) {
        double target = q * sorted.stream().mapToDouble(Weighted::weight).sum();
        double sum = 0;
        for (Weighted<Double> each : sorted) {
            sum += each.weight();
            if (sum >= target - ROUNDING) {
                return each.value();
            }
        }
        return sorted.getLast().value();
    }

    private static <T, S> void draw(List<T> units, Function<List<T>, S> merge, List<Weighted<S>> resamples) {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < DRAWN; i++) {
            List<T> drawn = new ArrayList<>();
            for (int j = 0; j < units.size(); j++) {
                drawn.add(units.get(random.nextInt(units.size())));
            }
            resamples.add(new Weighted<>(merge.apply(drawn), 1));
        }
    }

    /** All ways to take {@code left} more units from {@code next} on; {@code weight} is the probability up to n!/nⁿ. */
    private static <T, S> void enumerate(
            List<T> units,
            int next,
            List<T> taken,
            double weight,
            int left,
            Function<List<T>, S> merge,
            List<Weighted<S>> resamples) {
        if (left == 0) {
            resamples.add(new Weighted<>(merge.apply(taken), weight));
            return;
        }
        if (next == units.size()) {
            return;
        }
        List<T> more = new ArrayList<>(taken);
        double w = weight;
        for (int times = 0; times <= left; times++) {
            enumerate(units, next + 1, List.copyOf(more), w, left - times, merge, resamples);
            more.add(units.get(next));
            w /= times + 1;
        }
    }
}
