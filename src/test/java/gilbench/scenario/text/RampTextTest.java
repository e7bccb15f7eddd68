package gilbench.scenario.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gilbench.scenario.BoundException;
import gilbench.scenario.Ramp;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RampTextTest {
    private static final Duration OVER = Duration.ofSeconds(10);

    @ParameterizedTest
    @ValueSource(strings = {"50..400", "0..0.5", "400..50"})
    void format_whatWasParsed_isTheSame(String text) {
        assertThat(RampText.format(RampText.parse(text, OVER))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "5", "..", "5..", "..5", "5...6", "-1..5", "1e3..5", "5..6..7", "0x1..5", "5..1234567890"})
    void parse_notTwoRates_isRefused(String text) {
        assertThatThrownBy(() -> RampText.parse(text, OVER))
                .isInstanceOf(BoundException.class)
                .hasMessageContaining("ramp: '" + text + "' must be two rates");
    }

    @Test
    void ramp_fromTo_arrivalsAreTheIntegral() {
        Ramp ramp = RampText.parse("50..400", OVER);

        assertThat(ramp.arrivals()).isEqualTo(2250);
        assertThat(ramp.peak()).isEqualTo(400);
    }
}
