package gilbench.bench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gilbench.bench.stats.Ratio.Comparison;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatioTest {
    @ParameterizedTest
    @CsvSource({
        "1.1, 1.3, 0, FIRST_LARGER",
        "1.1, 1.3, 0.05, FIRST_LARGER",
        "1.1, 1.3, 0.2, UNDECIDED",
        "0.9, 1.3, 0, UNDECIDED",
        "1.01, 1.02, 0.05, UNDECIDED",
        "0.7, 0.9, 0, SECOND_LARGER",
        "0.7, 0.9, 0.05, SECOND_LARGER",
        "0.7, 0.9, 0.2, UNDECIDED",
        "1, 1.2, 0, UNDECIDED",
        "0.8, 1, 0, UNDECIDED"
    })
    void comparison_interval_isDecidedOutsideTheFloorOnly(double low, double high, double floor, Comparison expected) {
        assertThat(new Ratio(new Estimate((low + high) / 2, low, high, 5), floor).comparison())
                .isEqualTo(expected);
    }

    @Test
    void comparison_onePair_isUndecided() {
        assertThat(Ratio.ofPairs(List.of(2.0), List.of(1.0), 0, 1).comparison()).isEqualTo(Comparison.UNDECIDED);
    }

    @Test
    void ofPairs_commonDisturbance_cancels() {
        Ratio ratio = Ratio.ofPairs(List.of(2.0, 20.0, 200.0), List.of(1.0, 10.0, 100.0), 0.03, 1);

        assertThat(ratio.estimate()).isEqualTo(new Estimate(2, 2, 2, 3));
        assertThat(ratio.comparison()).isEqualTo(Comparison.FIRST_LARGER);
    }

    @Test
    void ofPairs_notPairsOrNotPositive_isRefused() {
        assertThatThrownBy(() -> Ratio.ofPairs(List.of(1.0), List.of(), 0, 1)).hasMessageContaining("pairs");
        assertThatThrownBy(() -> Ratio.ofPairs(List.of(0.0), List.of(1.0), 0, 1))
                .hasMessageContaining("above 0");
        assertThatThrownBy(() -> new Ratio(Estimate.single(1), -0.1)).hasMessageContaining("noise floor");
    }
}
