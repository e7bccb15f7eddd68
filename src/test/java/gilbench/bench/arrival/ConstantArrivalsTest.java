package gilbench.bench.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.BoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstantArrivalsTest extends ArrivalsContract {
    private static final double RATE = 333;

    @Override
    Arrivals arrivals() {
        return Arrivals.constant(RATE);
    }

    @Override
    double expected(double seconds) {
        return RATE * seconds;
    }

    @Override
    double tolerance(double expected) {
        return 1 + 1e-3;
    }

    @Test
    void next_rateThatDividesNoSecond_isTheExactTimeRoundedDown() {
        long[] due = first(Arrivals.constant(3), 3_000_001);

        assertThat(due).startsWith(0, 333_333_333, 666_666_666, 1_000_000_000, 1_333_333_333);
        assertThat(due[3_000_000]).isEqualTo(1_000_000_000_000_000L);
    }

    @Test
    void next_slowestRate_reachesTheEndOfTime() {
        assertThat(first(Arrivals.constant(1e-12), 2)).containsExactly(0, Long.MAX_VALUE);
    }

    @Test
    void of_constantPattern_isConstant() {
        assertThat(first(Arrivals.of(ArrivalPattern.CONSTANT, 100, 1), 3)).containsExactly(0, 10_000_000, 20_000_000);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void constant_rateOutOfBounds_isRefused(double rate) {
        assertThatThrownBy(() -> Arrivals.constant(rate))
                .isInstanceOf(BoundException.class)
                .hasMessageContaining("rate");
    }
}
