package gilbench.bench.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.BoundException;
import gilbench.scenario.Workload;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SendingTest {
    private static Sending sending(ArrivalPattern pattern, double rate, Duration leadIn, Duration window) {
        return new Sending(new Workload.Open(pattern, rate), 3, leadIn, window);
    }

    @Test
    void due_constantArrivals_fromTheOpeningUntilBeforeTheClose() {
        Sending sending = sending(ArrivalPattern.CONSTANT, 10, Duration.ofMillis(300), Duration.ofMillis(500));

        assertThat(sending.due()).as("at 0.3 to 0.7 s, not at 0.8 s").isEqualTo(5);
        assertThat(sending.expected()).isCloseTo(8, within(1e-9));
    }

    @Test
    void due_poissonArrivals_thoseOfTheSeedInTheWindow() {
        Sending whole = sending(ArrivalPattern.POISSON, 100, Duration.ZERO, Duration.ofSeconds(20));
        Sending late = sending(ArrivalPattern.POISSON, 100, Duration.ofSeconds(5), Duration.ofSeconds(15));
        Sending early = sending(ArrivalPattern.POISSON, 100, Duration.ZERO, Duration.ofSeconds(5));

        assertThat(early.due() + late.due()).isEqualTo(whole.due()).isBetween(1850L, 2150L);
    }

    @Test
    void arrivals_askedTwice_beginAnew() {
        Sending sending = sending(ArrivalPattern.POISSON, 100, Duration.ZERO, Duration.ofSeconds(1));

        assertThat(sending.arrivals().next())
                .isEqualTo(sending.arrivals().next())
                .isEqualTo(Arrivals.poisson(100, 3).next());
    }

    @Test
    void constructor_outOfBounds_isRefused() {
        assertThatThrownBy(() -> sending(ArrivalPattern.CONSTANT, 1, Duration.ofMillis(-1), Duration.ofSeconds(1)))
                .isInstanceOf(BoundException.class)
                .hasMessageContaining("lead-in");
        assertThatThrownBy(() -> sending(ArrivalPattern.CONSTANT, 1, Duration.ZERO, Duration.ZERO))
                .isInstanceOf(BoundException.class)
                .hasMessageContaining("window");
    }
}
