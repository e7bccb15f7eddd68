package gilbench.cpython.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gilbench.cpython.compare.Comparison.Repetition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
    private static final MetricBound FIVE_PERCENT = new MetricBound.Ratio(0.05);

    @ParameterizedTest
    @CsvSource({"1.00, MET", "1.02, MET", "0.98, MET", "1.20, MISSED", "0.80, MISSED", "1.05, UNDECIDED"})
    void ratio_quietRepetitions_isJudgedByItsInterval(double simulatedOverReal, ComparisonVerdict verdict) {
        Comparison comparison = Comparison.of(FIVE_PERCENT, repetitions(6, 0.005, 100, 100 * simulatedOverReal));

        assertThat(comparison.verdict()).isEqualTo(verdict);
        assertThat(comparison.simulated().value()).isCloseTo(simulatedOverReal, within(0.02));
    }

    @Test
    void ratio_controlDiffersFromItselfByMoreThanTheBound_isUndecidedNeverMet() {
        List<Repetition> equalButNoisy = IntStream.range(0, 6)
                .mapToObj(i -> new Repetition(100 * (i % 2 == 0 ? 1.3 : 1 / 1.3), 100, 100))
                .map(each -> new Repetition(each.real(), each.control(), Math.sqrt(each.real() * each.control())))
                .toList();

        Comparison comparison = Comparison.of(FIVE_PERCENT, equalButNoisy);

        assertThat(comparison.simulated().high() - comparison.simulated().low()).isCloseTo(0, within(1e-9));
        assertThat(comparison.verdict()).isEqualTo(ComparisonVerdict.UNDECIDED);
    }

    @Test
    void ratio_oneDisturbedRepetitionOfTwelve_isDecidedAllTheSame() {
        List<Repetition> seen = new ArrayList<>(repetitions(11, 0.005, 100, 100));
        seen.add(new Repetition(60, 100, 100));

        assertThat(Comparison.of(FIVE_PERCENT, seen).verdict()).isEqualTo(ComparisonVerdict.MET);
    }

    @Test
    void needed_oneDisturbedRepetitionOfSix_isNotThoughtHopeless() {
        List<Repetition> seen = new ArrayList<>(repetitions(5, 0.01, 100, 100));
        seen.add(new Repetition(60, 100, 100));

        Comparison comparison = Comparison.of(FIVE_PERCENT, seen);

        assertThat(comparison.verdict()).isEqualTo(ComparisonVerdict.UNDECIDED);
        assertThat(comparison.needed()).isLessThan(30);
    }

    @Test
    void ratio_fewerRepetitionsThanDecide_isUndecided() {
        assertThat(Comparison.of(FIVE_PERCENT, repetitions(Comparison.FEWEST - 1, 0.001, 100, 100))
                        .verdict())
                .isEqualTo(ComparisonVerdict.UNDECIDED);
    }

    @Test
    void ratio_slowDriftOfTheMachine_cancels() {
        List<Repetition> drifting = IntStream.range(0, 6)
                .mapToDouble(i -> 100 * Math.pow(1.06, i))
                .mapToObj(speed -> new Repetition(speed, speed * 1.001, speed * 1.01))
                .toList();

        assertThat(Comparison.of(FIVE_PERCENT, drifting).verdict()).isEqualTo(ComparisonVerdict.MET);
    }

    @Test
    void ratio_somethingThatNeverHappened_isUndecided() {
        List<Repetition> none = List.of(new Repetition(0, 1, 1), new Repetition(1, 1, 1));

        assertThat(Comparison.of(FIVE_PERCENT, none).verdict()).isEqualTo(ComparisonVerdict.UNDECIDED);
    }

    @Test
    void doubt_saysWhatIsMissing() {
        assertThat(Comparison.of(FIVE_PERCENT, repetitions(4, 0.001, 100, 100)).doubt())
                .hasValue(Doubt.TOO_FEW);
        assertThat(Comparison.of(FIVE_PERCENT, repetitions(6, 0.3, 100, 100)).doubt())
                .hasValue(Doubt.UNLIKE_ITSELF);
        assertThat(Comparison.of(FIVE_PERCENT, repetitions(6, 0.005, 100, 105)).doubt())
                .hasValue(Doubt.CROSSES_THE_BOUND);
        assertThat(Comparison.of(FIVE_PERCENT, List.of(new Repetition(0, 1, 1), new Repetition(1, 1, 1)))
                        .doubt())
                .hasValue(Doubt.NOTHING_SEEN);
        assertThat(Comparison.of(FIVE_PERCENT, repetitions(6, 0.005, 100, 100)).doubt())
                .isEmpty();
    }

    @Test
    void needed_twiceTheNoise_isAboutFourTimesAsMany() {
        double quiet =
                Comparison.of(FIVE_PERCENT, repetitions(20, 0.1, 100, 100)).needed();
        double noisy =
                Comparison.of(FIVE_PERCENT, repetitions(20, 0.2, 100, 100)).needed();

        assertThat(quiet).isGreaterThan(20);
        assertThat(noisy / quiet).isBetween(2.5, 6.5);
    }

    @Test
    void needed_thatManyRepetitions_decide() {
        double needed =
                Comparison.of(FIVE_PERCENT, repetitions(8, 0.06, 100, 100)).needed();

        assertThat(needed).isBetween(9.0, 500.0);
        assertThat(Comparison.of(FIVE_PERCENT, repetitions((int) (3 * needed), 0.06, 100, 100))
                        .verdict())
                .isEqualTo(ComparisonVerdict.MET);
    }

    @Test
    void unbounded_isShownWhateverItSays() {
        assertThat(Comparison.of(new MetricBound.Unbounded(), repetitions(6, 0.01, 100, 200))
                        .verdict())
                .isEqualTo(ComparisonVerdict.SHOWN);
    }

    @ParameterizedTest
    @CsvSource({"0.50, MET", "0.58, MET", "0.70, MISSED", "0.30, MISSED"})
    void difference_ofShares_isJudgedAbsolutely(double simulated, ComparisonVerdict verdict) {
        assertThat(Comparison.of(new MetricBound.Difference(0.10), repetitions(6, 0.005, 0.5, simulated))
                        .verdict())
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"0.27, MET", "0.35, MISSED", "0.20, MISSED"})
    void inRange_simulatedMedian_mustLieAmongTheRealValues(double simulated, ComparisonVerdict verdict) {
        List<Repetition> real = IntStream.range(0, 6)
                .mapToObj(i -> new Repetition(0.25 + i * 0.01, 0.26, simulated))
                .toList();

        assertThat(Comparison.of(new MetricBound.InRange(), real).verdict()).isEqualTo(verdict);
    }

    /** A thread that never ran in the window has no share: differences are shown, and the range decides. */
    @Test
    void inRange_realSawNothingOnce_isDecidedAndShowsDifferences() {
        List<Repetition> repetitions = new ArrayList<>(Collections.nCopies(5, new Repetition(0.2, 0.25, 0.21)));
        repetitions.add(new Repetition(0, 0.25, 0.21));

        Comparison seen = Comparison.of(new MetricBound.InRange(), repetitions);

        assertThat(seen.verdict()).isEqualTo(ComparisonVerdict.MET);
        assertThat(seen.simulated().value()).isCloseTo(-0.015, within(1e-9));
    }

    @Test
    void ratio_intervals_containTheTruthAsOftenAsTheySay() {
        SplittableRandom random = new SplittableRandom(7);
        long hits = IntStream.range(0, 400)
                .mapToObj(_ -> IntStream.range(0, 6)
                        .mapToObj(_ -> new Repetition(
                                Math.exp(random.nextGaussian() * 0.1),
                                Math.exp(random.nextGaussian() * 0.1),
                                Math.exp(random.nextGaussian() * 0.1)))
                        .toList())
                .map(each -> Comparison.of(FIVE_PERCENT, each).simulated())
                .filter(each -> each.low() <= 1 && 1 <= each.high())
                .count();

        assertThat(hits / 400.0).isBetween(0.91, 0.99);
    }

    private static List<Repetition> repetitions(int n, double noise, double real, double simulated) {
        SplittableRandom random = new SplittableRandom(3);
        return IntStream.range(0, n)
                .mapToObj(_ -> new Repetition(
                        real * (1 + noise * random.nextGaussian()),
                        real * (1 + noise * random.nextGaussian()),
                        simulated * (1 + noise * random.nextGaussian())))
                .toList();
    }
}
