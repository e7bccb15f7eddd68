package gilbench.cpython;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.bench.result.RunState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValidationTest {
    private static final double MOST_FOREIGN = 0.08;

    private final List<ValidationResult> stored = new ArrayList<>();
    private final List<Double> progress = new ArrayList<>();

    @Test
    void equalSides_everyMetricIsMetAndNothingIsRepeated() {
        FakeProbes probes = new FakeProbes(1, 0.002, _ -> false);

        ValidationResult result = run(probes, ValidationExtent.QUICK);

        assertThat(result.state()).isEqualTo(RunState.COMPLETE);
        assertThat(result.rows()).isNotEmpty().allMatch(row -> row.verdict() == ComparisonVerdict.MET);
        assertThat(result.rows()).allMatch(row -> row.repetitions() == ValidationExtent.QUICK.repetitions());
        assertThat(result.overall().orElseThrow()).isLessThan(0.01);
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
        assertThat(result.overall().orElseThrow()).isGreaterThan(0.05);
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
        ValidationResult result = run(new FakeProbes(1, 0.002, i -> i % 5 == 0), ValidationExtent.QUICK);

        assertThat(result.discarded()).isPositive();
        assertThat(result.count(ComparisonVerdict.MET)).isEqualTo(result.rows().size());
    }

    @Test
    void machineThatIsNeverQuiet_decidesNothing() {
        ValidationResult result = run(new FakeProbes(1, 0.002, _ -> true), ValidationExtent.QUICK);

        assertThat(result.rows()).allMatch(row -> row.verdict() == ComparisonVerdict.UNDECIDED);
        assertThat(result.overall()).isEmpty();
    }

    @Test
    void sides_areInterleavedWithAnotherFirstEachTime() {
        FakeProbes probes = new FakeProbes(1, 0.002, _ -> false);

        run(probes, ValidationExtent.QUICK);

        List<ProbeSide> firsts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            firsts.add(probes.order.get(i * 6));
        }
        assertThat(firsts)
                .containsExactly(
                        ProbeSide.REAL, ProbeSide.SIMULATED, ProbeSide.CONTROL, ProbeSide.REAL, ProbeSide.SIMULATED);
    }

    @Test
    void interrupted_keepsWhatItHas() {
        FakeProbes probes = new FakeProbes(1, 0.002, i -> {
            if (i == 60) {
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

        assertThat(stored).hasSize(ExperimentList.of(ValidationExtent.QUICK).size());
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

    private ValidationResult run(FakeProbes probes, ValidationExtent extent) {
        return new Validation(probes, extent, MOST_FOREIGN, probes, (_, done, _) -> progress.add(done))
                .run("CPython 3.x", stored::add);
    }
}
