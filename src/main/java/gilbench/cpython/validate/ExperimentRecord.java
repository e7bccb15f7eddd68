package gilbench.cpython.validate;

import gilbench.bench.stats.Estimate;
import gilbench.cpython.compare.Comparison;
import gilbench.cpython.compare.ComparisonVerdict;
import gilbench.cpython.compare.Doubt;
import gilbench.cpython.compare.MetricBound;
import gilbench.cpython.probe.ProbeSide;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The repetitions of one case so far, and what they say. Not thread-safe. */
final class ExperimentRecord {
    private final ExperimentCase experiment;
    private final ValidationExtent extent;
    private final List<Comparisons> comparisons;
    private final PooledWaits waits = new PooledWaits();
    private Observation predicted = Observation.NONE;
    private int size;
    private int attempts;

    ExperimentRecord(ExperimentCase experiment, ValidationExtent extent) {
        this.experiment = experiment;
        this.extent = extent;
        this.comparisons = experiment.metrics().stream().map(Comparisons::new).toList();
    }

    ExperimentCase experiment() {
        return experiment;
    }

    int size() {
        return size;
    }

    /** Notes that a repetition begins, which others may disturb. */
    void attempt() {
        attempts++;
    }

    /** Adds a repetition that has an observation of every side. */
    void add(Map<ProbeSide, Observation> observations) {
        size++;
        comparisons.forEach(each -> each.add(observations));
        observations.forEach((side, seen) -> waits.add(side, seen.waits()));
    }

    /** What is expected of it. */
    void predicted(Observation expected) {
        predicted = expected;
    }

    /**
     * About how many seconds of further repetitions decide the next of its metrics, those included that others will disturb;
     * infinite when none is open.
     */
    double secondsToDecide() {
        double missing =
                comparisons.stream().mapToDouble(Comparisons::missing).min().orElse(Double.POSITIVE_INFINITY);
        return missing * experiment.seconds() * Math.max(1, attempts) / Math.max(1, size);
    }

    List<ValidationRow> rows() {
        List<ValidationRow> rows = new ArrayList<>();
        comparisons.forEach(each -> rows.add(row(each)));
        if (extent == ValidationExtent.FULL) {
            waits.row(experiment, size).ifPresent(rows::add);
        }
        return rows;
    }

    private ValidationRow row(Comparisons seen) {
        Metric metric = seen.metric();
        Optional<Comparison> comparison = seen.comparison();
        Optional<Estimate> real = seen.median(Comparison.Repetition::real);
        return new ValidationRow(
                experiment.experiment(),
                experiment.name(),
                metric.name(),
                metric.role(),
                words(metric.bound()),
                real,
                seen.median(Comparison.Repetition::simulated),
                comparison.map(Comparison::simulated),
                comparison.map(Comparison::control),
                real.flatMap(each -> predicted(metric, each.value())),
                seen.size(),
                comparison.map(Comparison::verdict).orElse(ComparisonVerdict.UNDECIDED),
                comparison.map(Comparison::doubt).orElse(Optional.of(Doubt.TOO_FEW)));
    }

    private Optional<ValidationRow.Predicted> predicted(Metric metric, double real) {
        OptionalDouble value = metric.reading().of(predicted);
        boolean ofDifferences = metric.bound() instanceof MetricBound.Difference;
        if (value.isEmpty() || (!ofDifferences && !(real > 0 && value.getAsDouble() > 0))) {
            return Optional.empty();
        }
        double ratio = ofDifferences ? value.getAsDouble() - real : value.getAsDouble() / real;
        return Optional.of(new ValidationRow.Predicted(value.getAsDouble(), ratio));
    }

    private static String words(MetricBound bound) {
        return switch (bound) {
            case MetricBound.Ratio(double tolerance) -> String.format(Locale.ROOT, "± %.0f %%", tolerance * 100);
            case MetricBound.Difference(double tolerance) -> String.format(Locale.ROOT, "± %.2f", tolerance);
            case MetricBound.InRange() -> "in the real range";
            case MetricBound.Unbounded() -> "none";
        };
    }
}
