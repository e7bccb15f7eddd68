package gilbench.cpython.validate;

import gilbench.bench.stats.Distribution;
import gilbench.bench.stats.Estimate;
import gilbench.cpython.compare.ComparisonVerdict;
import gilbench.cpython.probe.ProbeSide;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The waits of all repetitions of a case, which together are enough for a 99th percentile. */
final class PooledWaits {
    /** Fewer say nothing of a hundredth. */
    private static final long FEWEST = 1000;

    private static final double P99 = 0.99;

    private final Map<ProbeSide, Distribution> waits = new EnumMap<>(ProbeSide.class);

    PooledWaits() {
        for (ProbeSide side : ProbeSide.values()) {
            waits.put(side, Distribution.empty());
        }
    }

    void add(ProbeSide side, Distribution more) {
        waits.merge(side, more, (before, added) -> Distribution.merge(List.of(before, added)));
    }

    /** The 99th percentile of each side, without a bound; empty when one of them has too few waits. */
    Optional<ValidationRow> row(ExperimentCase experiment, int repetitions) {
        if (Stream.of(ProbeSide.values()).anyMatch(side -> of(side).count() < FEWEST)) {
            return Optional.empty();
        }
        double real = p99(ProbeSide.REAL);
        return Optional.of(new ValidationRow(
                experiment.experiment(),
                experiment.name(),
                "p99 of all waits, ms",
                Metric.Role.OTHER,
                "none",
                Optional.of(Estimate.single(real * 1000)),
                Optional.of(Estimate.single(p99(ProbeSide.SIMULATED) * 1000)),
                Optional.of(Estimate.single(p99(ProbeSide.SIMULATED) / real)),
                Optional.of(Estimate.single(p99(ProbeSide.CONTROL) / real)),
                Optional.empty(),
                repetitions,
                ComparisonVerdict.SHOWN,
                Optional.empty()));
    }

    private double p99(ProbeSide side) {
        return of(side).quantile(P99).orElseThrow();
    }

    private Distribution of(ProbeSide side) {
        return Objects.requireNonNull(waits.get(side));
    }
}
