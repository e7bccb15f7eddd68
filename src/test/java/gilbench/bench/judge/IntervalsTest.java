package gilbench.bench.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gilbench.bench.stats.Distribution;
import gilbench.bench.stats.Estimate;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class IntervalsTest {
    private static Estimate mergedMean(Distribution... units) {
        return Intervals.merged(List.of(units), each -> OptionalDouble.of(each.mean()))
                .orElseThrow();
    }

    @Test
    void merged_meanOfEqualSizes_isStudentsIntervalOfTheUnitMeans() {
        Estimate estimate = mergedMean(Observed.times(100, 20), Observed.times(100, 25), Observed.times(100, 30));
        assertThat(estimate.value()).isCloseTo(0.025, within(1e-4));
        assertThat(estimate.high() - estimate.low()).isCloseTo(2 * 4.303 * 0.005 / Math.sqrt(3), within(1e-3));
        assertThat(estimate.n()).isEqualTo(3);
    }

    @Test
    void merged_oneUnit_hasNoInterval() {
        assertThat(Intervals.merged(List.of(Observed.times(1000, 10)), each -> each.quantile(0.99)))
                .hasValueSatisfying(estimate -> {
                    assertThat(estimate.low()).isEqualTo(estimate.high());
                    assertThat(estimate.n()).isEqualTo(1);
                });
    }

    @Test
    void merged_percentileOfTooFewRequests_isAbsent() {
        assertThat(Intervals.merged(
                        List.of(Observed.times(400, 10), Observed.times(400, 10)), each -> each.quantile(0.99)))
                .isEmpty();
    }

    @Test
    void merged_percentileThatSomeUnitsAloneLack_comesFromAllOfThem() {
        List<Distribution> units = List.of(
                Observed.times(590, 10, 10, 90), Observed.times(590, 10, 10, 80), Observed.times(590, 10, 10, 100));
        assertThat(Intervals.merged(units, each -> each.quantile(0.99))).hasValueSatisfying(p99 -> {
            assertThat(p99.value()).isBetween(0.08, 0.1);
            assertThat(p99.low()).isLessThan(p99.high());
        });
    }

    @Test
    void mean_ofTimes_neverReachesBelowZero() {
        assertThat(Intervals.mean(List.of(0.0, 0.0, 1.0)).low()).isZero();
    }
}
