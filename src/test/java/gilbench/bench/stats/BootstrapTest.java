package gilbench.bench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BootstrapTest {
    private static final int SAMPLES = 500;

    private static double coverage(
            int n, ToDoubleFunction<Random> draw, double truth, BiFunction<List<Double>, Long, Estimate> estimate) {
        Random random = new Random(n);
        long covered = IntStream.range(0, SAMPLES)
                .filter(i -> {
                    List<Double> sample = DoubleStream.generate(() -> draw.applyAsDouble(random))
                            .limit(n)
                            .boxed()
                            .toList();
                    Estimate found = estimate.apply(sample, (long) i);
                    return found.low() <= truth && truth <= found.high();
                })
                .count();
        return (double) covered / SAMPLES;
    }

    /** Four standard errors of a share of {@code expected} among {@link #SAMPLES}. */
    private static double error(double expected) {
        return 4 * Math.sqrt(expected * (1 - expected) / SAMPLES);
    }

    @ParameterizedTest
    @CsvSource({"2, 0.95", "3, 0.95", "5, 0.95", "8, 0.91", "20, 0.93"})
    void median_normalObservations_coversAsDocumented(int n, double documented) {
        assertThat(coverage(n, Random::nextGaussian, 0, Bootstrap::median))
                .isCloseTo(documented, within(error(documented)));
    }

    @ParameterizedTest
    @CsvSource({"3, 0.93", "5, 0.95", "8, 0.91", "20, 0.94"})
    void median_skewedObservations_coversAsDocumented(int n, double documented) {
        assertThat(coverage(n, random -> -Math.log1p(-random.nextDouble()), Math.log(2), Bootstrap::median))
                .isCloseTo(documented, within(error(documented)));
    }

    @ParameterizedTest
    @CsvSource({"3, 0.95", "5, 0.95", "8, 0.95", "20, 0.94"})
    void mean_normalObservations_coversAsDocumented(int n, double documented) {
        assertThat(coverage(n, Random::nextGaussian, 0, Bootstrap::mean))
                .isCloseTo(documented, within(error(documented)));
    }

    @ParameterizedTest
    @CsvSource({"3, 0.89", "5, 0.88", "8, 0.93", "20, 0.94"})
    void mean_skewedObservations_coversAsDocumented(int n, double documented) {
        assertThat(coverage(n, random -> -Math.log1p(-random.nextDouble()), 1, Bootstrap::mean))
                .isCloseTo(documented, within(error(documented)));
    }

    @Test
    void median_one_hasNoInterval() {
        assertThat(Bootstrap.median(List.of(3.5), 1)).isEqualTo(Estimate.single(3.5));
        assertThat(Bootstrap.mean(List.of(3.5), 1)).isEqualTo(Estimate.single(3.5));
    }

    @Test
    void mean_three_isStudentsInterval() {
        Estimate estimate = Bootstrap.mean(List.of(1.0, 2.0, 3.0), 1);

        assertThat(estimate.value()).isEqualTo(2);
        assertThat(estimate.high()).isCloseTo(2 + 4.303 / Math.sqrt(3), within(1e-9));
        assertThat(estimate.low()).isCloseTo(2 - 4.303 / Math.sqrt(3), within(1e-9));
        assertThat(estimate.n()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 8, 30})
    void estimates_equalObservations_areExact(int n) {
        List<Double> equal = Collections.nCopies(n, 4.0);

        assertThat(Bootstrap.median(equal, 1)).isEqualTo(new Estimate(4, 4, 4, n));
        assertThat(Bootstrap.mean(equal, 1)).isEqualTo(new Estimate(4, 4, 4, n));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 25})
    void estimates_anyObservations_lieInTheirIntervalAndRepeatWithTheSeed(int n) {
        Random random = new Random(n);
        for (int i = 0; i < 50; i++) {
            List<Double> sample = DoubleStream.generate(() -> Math.exp(3 * random.nextGaussian()))
                    .limit(n)
                    .boxed()
                    .toList();
            for (Estimate each : List.of(Bootstrap.median(sample, i), Bootstrap.mean(sample, i))) {
                assertThat(each.low()).isLessThanOrEqualTo(each.value());
                assertThat(each.high()).isGreaterThanOrEqualTo(each.value());
            }
            assertThat(Bootstrap.median(sample, i)).isEqualTo(Bootstrap.median(sample.reversed(), i));
        }
    }

    @Test
    void mean_allButOneEqualToRounding_intervalIsNotMadeOfRounding() {
        List<Double> observations = DoubleStream.concat(
                        IntStream.range(0, 9).mapToDouble(i -> 0.9932 + i * Math.ulp(0.9932)), DoubleStream.of(0.9927))
                .boxed()
                .toList();
        Estimate mean = Bootstrap.mean(observations, 1);

        assertThat(mean.low()).isBetween(0.98, mean.value());
        assertThat(mean.high()).isBetween(mean.value(), 1.01);
    }

    @Test
    void median_nothingOrNotFinite_isRefused() {
        assertThatThrownBy(() -> Bootstrap.median(List.of(), 1)).hasMessageContaining("at least one");
        assertThatThrownBy(() -> Bootstrap.mean(List.of(1.0, Double.NaN), 1)).hasMessageContaining("finite");
    }
}
