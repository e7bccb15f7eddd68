package gilbench.cpython;

import gilbench.bench.stats.Bootstrap;
import gilbench.bench.stats.Distribution;
import gilbench.bench.stats.Estimate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The repetitions of one case so far, and what they say. Not thread-safe. */
final class ExperimentRecord {
    private static final long SEED = 1;
    private static final long FEWEST_POOLED = 1000;
    private static final double P99 = 0.99;

    private final ExperimentCase experiment;
    private final ValidationExtent extent;
    private final List<List<Comparison.Repetition>> repetitions = new ArrayList<>();
    private final Map<ProbeSide, Distribution.Recorder> waits = new EnumMap<>(ProbeSide.class);
    private int size;

    ExperimentRecord(ExperimentCase experiment, ValidationExtent extent) {
        this.experiment = experiment;
        this.extent = extent;
        experiment.metrics().forEach(_ -> repetitions.add(new ArrayList<>()));
        for (ProbeSide side : ProbeSide.values()) {
            waits.put(side, Distribution.recorder());
        }
    }

    ExperimentCase experiment() {
        return experiment;
    }

    int size() {
        return size;
    }

    /** What one side saw: the task, and what ran before it for comparison. */
    record Observation(ProbeReply reply, ProbeReply baseline) {}

    /** Adds a repetition that has an observation of every side. */
    void add(Map<ProbeSide, Observation> observations) {
        size++;
        for (int i = 0; i < repetitions.size(); i++) {
            repetition(experiment.metrics().get(i), observations).ifPresent(repetitions.get(i)::add);
        }
        observations.forEach((side, seen) -> seen.reply.watched().waits().forEach(recorder(side)::record));
    }

    /** Whether more repetitions could still decide a metric. */
    boolean isUndecided() {
        return rows().stream().anyMatch(row -> row.verdict() == ComparisonVerdict.UNDECIDED);
    }

    List<ValidationRow> rows() {
        List<ValidationRow> rows = new ArrayList<>();
        for (int i = 0; i < repetitions.size(); i++) {
            rows.add(row(experiment.metrics().get(i), repetitions.get(i)));
        }
        if (extent == ValidationExtent.FULL) {
            p99().ifPresent(rows::add);
        }
        return rows;
    }

    private Optional<Comparison.Repetition> repetition(Metric metric, Map<ProbeSide, Observation> observations) {
        OptionalDouble real = value(metric, observations, ProbeSide.REAL);
        OptionalDouble control = value(metric, observations, ProbeSide.CONTROL);
        OptionalDouble simulated = value(metric, observations, ProbeSide.SIMULATED);
        return real.isPresent() && control.isPresent() && simulated.isPresent()
                ? Optional.of(
                        new Comparison.Repetition(real.getAsDouble(), control.getAsDouble(), simulated.getAsDouble()))
                : Optional.empty();
    }

    private OptionalDouble value(Metric metric, Map<ProbeSide, Observation> observations, ProbeSide side) {
        Observation seen = Objects.requireNonNull(observations.get(side));
        return metric.reading().of(seen.reply, seen.baseline, experiment.task());
    }

    private ValidationRow row(Metric metric, List<Comparison.Repetition> seen) {
        Optional<Comparison> comparison =
                seen.isEmpty() ? Optional.empty() : Optional.of(Comparison.of(metric.bound(), seen));
        return new ValidationRow(
                experiment.experiment(),
                experiment.name(),
                metric.name(),
                metric.role(),
                words(metric.bound()),
                median(seen, Comparison.Repetition::real),
                median(seen, Comparison.Repetition::simulated),
                comparison.map(Comparison::simulated),
                comparison.map(Comparison::control),
                seen.size(),
                comparison.map(Comparison::verdict).orElse(ComparisonVerdict.UNDECIDED));
    }

    private Optional<ValidationRow> p99() {
        if (Stream.of(ProbeSide.values()).anyMatch(side -> pooled(side).count() < FEWEST_POOLED)) {
            return Optional.empty();
        }
        double real = p99(ProbeSide.REAL);
        return Optional.of(new ValidationRow(
                experiment.experiment(),
                experiment.name(),
                "p99 wait, ms",
                Metric.Role.OTHER,
                "none",
                Optional.of(Estimate.single(real * 1000)),
                Optional.of(Estimate.single(p99(ProbeSide.SIMULATED) * 1000)),
                Optional.of(Estimate.single(p99(ProbeSide.SIMULATED) / real)),
                Optional.of(Estimate.single(p99(ProbeSide.CONTROL) / real)),
                size,
                ComparisonVerdict.SHOWN));
    }

    private double p99(ProbeSide side) {
        return pooled(side).quantile(P99).orElseThrow();
    }

    private Distribution.Recorder recorder(ProbeSide side) {
        return Objects.requireNonNull(waits.get(side));
    }

    private Distribution pooled(ProbeSide side) {
        return recorder(side).snapshot();
    }

    private static Optional<Estimate> median(
            List<Comparison.Repetition> seen, ToDoubleFunction<Comparison.Repetition> value) {
        return seen.isEmpty()
                ? Optional.empty()
                : Optional.of(Bootstrap.median(
                        seen.stream().mapToDouble(value).boxed().toList(), SEED));
    }

    private static String words(MetricBound bound) {
        return switch (bound) {
            case MetricBound.Ratio(double tolerance) -> String.format(Locale.ROOT, "± %.0f %%", tolerance * 100);
            case MetricBound.Difference(double tolerance) -> String.format(Locale.ROOT, "± %.2f", tolerance);
            case MetricBound.InRange() -> "in the real range";
        };
    }
}
