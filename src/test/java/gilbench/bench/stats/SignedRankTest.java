package gilbench.bench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignedRankTest {
    private static final int SAMPLES = 4000;

    /** Hollander, Wolfe and Chicken, table 3.1, with the estimate of example 3.3 and the interval of example 3.5. */
    @Test
    void estimate_depressionScale_isThatOfTheBook() {
        Estimate found = SignedRank.of(List.of(-0.952, 0.147, -1.022, -0.430, -0.620, -0.590, -0.490, 0.080, -0.010))
                .estimate();

        assertThat(found.value()).isCloseTo(-0.46, within(1e-9));
        assertThat(found.low()).isCloseTo(-0.786, within(1e-9));
        assertThat(found.high()).isCloseTo(-0.010, within(1e-9));
        assertThat(found.n()).isEqualTo(9);
    }

    /** The coverage does not depend on the distribution, if that is symmetric: 1 − 2 P(T⁺ ≤ c − 1). */
    @ParameterizedTest
    @CsvSource({"5, 0.9375", "6, 0.9688", "8, 0.9609", "12, 0.9575", "20, 0.9516", "40, 0.95"})
    void estimate_symmetricObservations_coversTheirCentre(int n, double expected) {
        double error = 4 * Math.sqrt(expected * (1 - expected) / SAMPLES);

        assertThat(coverage(n, Random::nextGaussian)).isCloseTo(expected, within(error));
        assertThat(coverage(n, SignedRankTest::laplaceWithOutliers)).isCloseTo(expected, within(error));
    }

    @Test
    void estimate_oneOfTwelveIsFarOff_isHardlyMoved() {
        List<Double> usual = IntStream.range(0, 12).mapToObj(i -> i - 5.5).toList();
        List<Double> disturbed =
                usual.stream().map(each -> each > 5 ? 1000 : each).toList();

        Estimate found = SignedRank.of(disturbed).estimate();

        assertThat(found.value()).isCloseTo(0, within(0.6));
        assertThat(found.high())
                .isLessThanOrEqualTo(SignedRank.of(usual).estimate().high() + 2);
    }

    @Test
    void usualHalfWidth_oneOfSixIsFarOff_isFarBelowTheSeenOne() {
        SignedRank found = SignedRank.of(List.of(-2.0, -1.0, 0.0, 1.0, 2.0, 100.0));

        assertThat(found.estimate().high()).isEqualTo(100);
        assertThat(found.usualHalfWidth()).isLessThan(6);
    }

    @ParameterizedTest
    @CsvSource({"8", "20", "31", "60"})
    void usualHalfWidth_normalObservations_isThatOfTheInterval(int n) {
        Random random = new Random(n);
        double[] ratios = IntStream.range(0, 500)
                .mapToObj(_ -> SignedRank.of(sample(random, n, Random::nextGaussian)))
                .mapToDouble(each -> each.usualHalfWidth()
                        * 2
                        / (each.estimate().high() - each.estimate().low()))
                .toArray();

        assertThat(DoubleStream.of(ratios).average().orElseThrow()).isBetween(0.75, 1.1);
    }

    @Test
    void estimate_singleObservation_isThat() {
        assertThat(SignedRank.of(List.of(3.0)).estimate()).isEqualTo(Estimate.single(3));
        assertThat(SignedRank.of(List.of(3.0)).usualHalfWidth()).isZero();
    }

    @Test
    void of_nothingOrNotFinite_isRefused() {
        assertThatThrownBy(() -> SignedRank.of(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one");
        assertThatThrownBy(() -> SignedRank.of(List.of(1.0, Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
    }

    private static double coverage(int n, ToDoubleFunction<Random> draw) {
        Random random = new Random(n);
        return IntStream.range(0, SAMPLES)
                        .mapToObj(_ -> SignedRank.of(sample(random, n, draw)).estimate())
                        .filter(each -> each.low() <= 0 && 0 <= each.high())
                        .count()
                / (double) SAMPLES;
    }

    private static List<Double> sample(Random random, int n, ToDoubleFunction<Random> draw) {
        return DoubleStream.generate(() -> draw.applyAsDouble(random))
                .limit(n)
                .boxed()
                .toList();
    }

    private static double laplaceWithOutliers(Random random) {
        double laplace = Math.log(1 - random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
        return random.nextInt(10) == 0 ? 20 * laplace : laplace;
    }
}
