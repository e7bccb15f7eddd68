package gilbench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gilbench.bench.stats.Estimate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TailTest {
    @Test
    void seen_notMoreThanAnEmptyEndpointNeeds_isAllPython() {
        Tail tail = Tail.seen(new Estimate(0.8e-3, 0.7e-3, 0.9e-3, 40), 1e-3, Optional.empty());

        assertThat(tail.python()).isEqualTo(new Estimate(0.8e-3, 0.5e-3, 0.9e-3, 40));
        assertThat(tail.released()).isZero();
    }

    @Test
    void seen_more_ofTheRestHalfIsPythonAndTheIntervalHasItAll() {
        Tail tail = Tail.seen(new Estimate(5e-3, 4.8e-3, 5.2e-3, 40), 1e-3, Optional.empty());

        assertThat(tail.python().value()).isCloseTo(3e-3, within(1e-9));
        assertThat(tail.python().low()).isEqualTo(0.5e-3);
        assertThat(tail.python().high()).isEqualTo(5.2e-3);
        assertThat(tail.released()).isCloseTo(2e-3, within(1e-9));
    }

    @Test
    void seen_nothing_isNothing() {
        assertThat(Tail.seen(new Estimate(0, 0, 0, 40), 1e-3, Optional.empty()))
                .isEqualTo(new Tail(0, new Estimate(0, 0, 0, 40)));
    }

    @ParameterizedTest
    @CsvSource({"1, 5", "0.6, 3", "0, 1"})
    void seen_shareThatKeepsTheGil_isPythonAndSoIsWhatTheFrameworkNeeds(double share, double millis) {
        Estimate seen = new Estimate(share, share, share, 20);

        Tail tail = Tail.seen(new Estimate(5e-3, 5e-3, 5e-3, 40), 1e-3, Optional.of(seen));

        assertThat(tail.python().value()).isCloseTo(1e-3 * millis, within(1e-9));
        assertThat(tail.python().low()).isCloseTo(Math.max(0.5e-3, 5e-3 * share), within(1e-9));
        assertThat(tail.python().high()).isEqualTo(5e-3);
    }
}
