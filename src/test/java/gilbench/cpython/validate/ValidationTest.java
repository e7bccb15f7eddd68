package gilbench.cpython.validate;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.bench.result.RunState;
import gilbench.bench.stats.Distribution;
import gilbench.cpython.compare.ComparisonVerdict;
import gilbench.cpython.compare.Doubt;
import gilbench.cpython.probe.ProbeSide;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValidationTest {
    private static final double MOST_FOREIGN = 0.08;

    /** Of a repetition of the first case: three sides with three pairs each. */
    private static final int BLOCKS = 18;

    private record Course(Duration repeated, List<String> disturbed) implements CalibrationCourse {}

    private final List<ValidationResult> stored = new ArrayList<>();
    private final List<Double> progress = new ArrayList<>();
    private CalibrationCourse course = CalibrationCourse.UNDISTURBED;

    @Test
    void equalSides_everyMetricIsMetAndNothingIsRepeated() {
        FakeProbes probes = new FakeProbes(1, 0.002, _ -> false);

        ValidationResult result = run(probes, ValidationExtent.QUICK);

        assertThat(result.state()).isEqualTo(RunState.COMPLETE);
        assertThat(result.rows()).isNotEmpty().allMatch(row -> row.verdict() == ComparisonVerdict.MET);
        assertThat(result.rows()).allMatch(row -> row.repetitions() == ValidationExtent.QUICK.repetitions());
        assertThat(result.simulated().orElseThrow().mean()).isLessThan(0.01);
        assertThat(probes.nanos()).isLessThan(ValidationExtent.QUICK.limit().toNanos());
    }

    @Test
    void simulationThatIsAThirdFaster_missesEveryThroughput() {
        ValidationResult result = run(new FakeProbes(1.33, 0.002, _ -> false), ValidationExtent.QUICK);

        assertThat(result.rows())
                .filteredOn(
                        row -> row.metric().equals("requests/s") || row.metric().equals("switches/s"))
                .isNotEmpty()
                .allMatch(row -> row.verdict() == ComparisonVerdict.MISSED);
        assertThat(result.simulated().orElseThrow().isMet()).isFalse();
    }

    @Test
    void noisySides_areRepeatedUntilDecidedOrTheTimeIsUp() {
        FakeProbes probes = new FakeProbes(1, 0.08, _ -> false);

        ValidationResult result = run(probes, ValidationExtent.QUICK);

        assertThat(result.rows()).anyMatch(row -> row.repetitions() > ValidationExtent.QUICK.repetitions());
        assertThat(result.count(ComparisonVerdict.MISSED)).isZero();
        assertThat(Duration.ofNanos(probes.nanos()))
                .isLessThan(ValidationExtent.QUICK.limit().plusSeconds(10));
    }

    @Test
    void disturbedObservations_areDiscardedAndMadeAgain() {
        ValidationResult result = run(new FakeProbes(1, 0.002, i -> i % 11 == 0), ValidationExtent.QUICK);

        assertThat(result.discarded()).isPositive();
        assertThat(result.count(ComparisonVerdict.MET)).isEqualTo(result.rows().size());
    }

    @Test
    void machineThatIsNeverQuiet_decidesNothing() {
        ValidationResult result = run(new FakeProbes(1, 0.002, _ -> true), ValidationExtent.QUICK);

        assertThat(result.rows()).allMatch(row -> row.verdict() == ComparisonVerdict.UNDECIDED);
        assertThat(result.simulated()).isEmpty();
    }

    @Test
    void sides_areInterleavedWithAnotherFirstEachTime() {
        FakeProbes probes = new FakeProbes(1, 0.002, _ -> false);

        run(probes, ValidationExtent.QUICK);

        List<ProbeSide> firsts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            firsts.add(probes.order.get(i * BLOCKS));
        }
        assertThat(firsts)
                .containsExactly(
                        ProbeSide.REAL, ProbeSide.SIMULATED, ProbeSide.CONTROL, ProbeSide.REAL, ProbeSide.SIMULATED);
    }

    @Test
    void interrupted_keepsWhatItHas() {
        FakeProbes probes = new FakeProbes(1, 0.002, i -> {
            if (i == 7 * BLOCKS) {
                Thread.currentThread().interrupt();
            }
            return false;
        });

        ValidationResult result = run(probes, ValidationExtent.QUICK);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(result.state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(result.rows().getFirst().verdict()).isEqualTo(ComparisonVerdict.MET);
        assertThat(result.rows().getLast().verdict()).isEqualTo(ComparisonVerdict.UNDECIDED);
    }

    @Test
    void results_areStoredAfterEachExperiment() {
        run(new FakeProbes(1, 0.002, _ -> false), ValidationExtent.QUICK);

        assertThat(stored)
                .hasSize(ExperimentList.of(ValidationExtent.QUICK).cases().size());
        assertThat(progress).isSorted().allMatch(share -> share >= 0 && share <= 1);
    }

    @Test
    void fullExtent_showsP99OfPooledWaitsWithoutABound() {
        ValidationResult result = run(new FakeProbes(1, 0.03, _ -> false), ValidationExtent.FULL);

        assertThat(result.rows())
                .filteredOn(row -> row.metric().startsWith("p99"))
                .isNotEmpty()
                .allMatch(row -> row.verdict() == ComparisonVerdict.SHOWN);
    }

    @Test
    void predictions_standBesideReal_andThoseThatLackAreAbsent() {
        ValidationResult result = run(new FakeProbes(1, 0.002, _ -> false), ValidationExtent.QUICK);

        assertThat(result.rows())
                .filteredOn(row -> row.metric().equals("switches/s"))
                .isNotEmpty()
                .allSatisfy(
                        row -> assertThat(row.predicted().orElseThrow().value()).isEqualTo(2000));
        assertThat(result.rows())
                .filteredOn(row -> row.metric().equals("speed-up"))
                .isNotEmpty()
                .allMatch(row -> row.predicted().isEmpty());
        assertThat(result.predicted().orElseThrow().metrics())
                .isLessThan(result.simulated().orElseThrow().metrics());
    }

    @Test
    void unseen_standsInTheResultLikeTheListed_withItsSeed() {
        ValidationResult result =
                run(new FakeProbes(1, 0.002, _ -> false), ExperimentList.unseen(ValidationExtent.STANDARD, 7));

        assertThat(result.seed()).hasValue(7);
        assertThat(result.rows())
                .filteredOn(row -> row.verdict() != ComparisonVerdict.SHOWN)
                .hasSizeGreaterThan(16)
                .allMatch(row -> row.verdict() == ComparisonVerdict.MET);
        assertThat(run(new FakeProbes(1, 0.002, _ -> false), ValidationExtent.QUICK)
                        .seed())
                .isEmpty();
    }

    @Test
    void hopelesslyNoisySides_endBeforeTheTimeIsUp() {
        FakeProbes probes = new FakeProbes(1, 1, _ -> false);

        ValidationResult result = run(probes, ValidationExtent.QUICK);

        assertThat(result.count(ComparisonVerdict.UNDECIDED)).isPositive();
        assertThat(Duration.ofNanos(probes.nanos()))
                .isLessThan(ValidationExtent.QUICK.limit().multipliedBy(9).dividedBy(10));
    }

    @Test
    void tallies_countEachMetricOnce() {
        ValidationResult result = run(new FakeProbes(1.33, 0.002, _ -> false), ValidationExtent.QUICK);

        assertThat(result.tallies()).extracting(Tally::role).containsExactly(Metric.Role.values());
        assertThat(result.tallies().stream().mapToLong(Tally::missed).sum())
                .isPositive()
                .isEqualTo(result.count(ComparisonVerdict.MISSED));
        assertThat(result.tallies().stream()
                        .mapToLong(each -> each.met() + each.missed() + each.undecided())
                        .sum())
                .isEqualTo(result.rows().size());
    }

    @Test
    void undecided_sayWhy() {
        ValidationResult result = run(new FakeProbes(1, 0.15, _ -> false), ValidationExtent.QUICK);

        assertThat(result.rows())
                .filteredOn(row -> row.verdict() == ComparisonVerdict.UNDECIDED)
                .isNotEmpty()
                .allMatch(row -> row.doubt().isPresent())
                .anyMatch(row -> row.doubt().equals(Optional.of(Doubt.UNLIKE_ITSELF)));
    }

    @Test
    void services_atTheKnee_areShownWithoutABound() {
        ValidationResult result = run(new FakeProbes(1.33, 0.002, _ -> false), ValidationExtent.STANDARD);

        assertThat(result.rows())
                .filteredOn(row -> row.name().equals("at 0.9 of capacity"))
                .hasSize(3)
                .allMatch(row -> row.verdict() == ComparisonVerdict.SHOWN);
        assertThat(result.rows())
                .filteredOn(row ->
                        row.name().equals("at 0.6 of capacity") && row.metric().startsWith("mean"))
                .hasSize(1)
                .allMatch(row -> row.verdict() == ComparisonVerdict.MISSED);
    }

    @Test
    void calibration_repeatedAndStillDisturbed_isSaidAndTakesItsTimeFromTheLimit() {
        course = new Course(ValidationExtent.QUICK.limit().dividedBy(2), List.of("calibration of Python"));
        FakeProbes probes = new FakeProbes(1, 0.002, _ -> false);

        ValidationResult result = run(probes, ValidationExtent.QUICK);

        assertThat(result.disturbed()).containsExactly("calibration of Python");
        assertThat(Duration.ofNanos(probes.nanos()))
                .isLessThan(ValidationExtent.QUICK.limit().dividedBy(2).plusSeconds(10));
    }

    private static Observation expected(ExperimentTask task) {
        return task instanceof ExperimentTask.OfThreads
                ? new Observation(Map.of(Quantity.SWITCHES, 2000.0), Distribution.empty())
                : Observation.NONE;
    }

    private ValidationResult run(FakeProbes probes, ValidationExtent extent) {
        return run(probes, ExperimentList.of(extent));
    }

    private ValidationResult run(FakeProbes probes, ExperimentList experiments) {
        return new Validation(
                        new Sides(probes, probes, ValidationTest::expected, course),
                        experiments,
                        MOST_FOREIGN,
                        probes,
                        (_, done, _) -> progress.add(done))
                .run("CPython 3.x", stored::add);
    }
}
