package gilbench.bench.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import gilbench.bench.stats.Estimate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResamplingTest {
    private static Estimate mean(List<Integer> units) {
        return Resampling.of(
                        units, each -> each.stream().mapToInt(i -> i).average().orElse(0))
                .estimate(value -> value);
    }

    @Test
    void estimate_oneUnit_hasNoInterval() {
        assertThat(mean(List.of(7))).isEqualTo(new Estimate(7, 7, 7, 1));
    }

    @Test
    void estimate_twoUnits_enumeratesTheirFourResamples() {
        assertThat(mean(List.of(0, 10))).isEqualTo(new Estimate(5, 0, 10, 2));
    }

    @Test
    void estimate_fiveUnits_weighsResamplesByTheirProbability() {
        // 2.5 % of the 3125 ordered resamples of {0, 0, 0, 0, 5} have a mean above 3: P(k ≥ 4) = 0.0067, P(k ≥ 3) =
        // 0.058.
        assertThat(mean(List.of(0, 0, 0, 0, 5))).isEqualTo(new Estimate(1, 0, 3, 5));
    }

    @Test
    void estimate_manyUnits_isNearTheNormalInterval() {
        Random random = new Random(5);
        List<Integer> units =
                IntStream.range(0, 100).mapToObj(i -> random.nextInt(1001)).toList();
        Estimate estimate = mean(units);
        double deviation = 1000 / Math.sqrt(12);
        assertThat(estimate.high() - estimate.low())
                .isBetween(3.92 * deviation / 10 * 0.8, 3.92 * deviation / 10 * 1.2);
    }

    @Test
    void estimate_anyUnits_containsItsValueAndIsRepeatable() {
        qt().withExamples(100)
                .forAll(lists().of(integers().between(-1000, 1000)).ofSizeBetween(1, 9))
                .check(units -> {
                    Estimate estimate = mean(units);
                    return estimate.low() <= estimate.value()
                            && estimate.value() <= estimate.high()
                            && estimate.n() == units.size()
                            && estimate.equals(mean(units));
                });
    }
}
