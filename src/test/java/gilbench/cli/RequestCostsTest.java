package gilbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gilbench.cli.RequestCosts.Seen;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequestCostsTest {
    private static final Seen USUAL = seen(100, 1200, 600, 900);

    @Test
    void of_cheaperWhenDense_explainsBothLoads() {
        RequestCosts costs = RequestCosts.of(USUAL, seen(1000, 300, 200, 400));

        double comesAlone = Math.exp(-0.3);
        double front = costs.front().toNanos() / 1e3;
        assertThat(front * (comesAlone + costs.warmShare() * (1 - comesAlone))).isCloseTo(1200, within(0.01));
        assertThat(front * costs.warmShare()).isCloseTo(400, within(0.01));
        assertThat(costs.driver().toNanos()).isCloseTo(costs.front().toNanos() / 2, within(1L));
    }

    @Test
    void of_dearerWhenDense_isOneCost() {
        RequestCosts costs = RequestCosts.of(USUAL, seen(1000, 1500, 700, 900));

        assertThat(costs.warmShare()).isEqualTo(1);
        assertThat(costs.front()).isEqualTo(USUAL.front());
        assertThat(costs.delay()).isEqualTo(USUAL.delay());
    }

    private static Seen seen(double rate, long frontMicros, long driverMicros, long delayMicros) {
        return Seen.ofEach(10, rate, micros(frontMicros), micros(driverMicros), micros(delayMicros));
    }

    private static Duration micros(long each) {
        return Duration.ofNanos(10_000 * each);
    }
}
