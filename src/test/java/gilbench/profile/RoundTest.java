package gilbench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoundTest {
    @Test
    void typical_mediansOfTheHalfThatWaitedLeast() {
        List<Round> rounds = List.of(
                new Round(0.050, 0.020, 0.02),
                new Round(0.020, 0.011, 0.001),
                new Round(0.090, 0.040, 0.05),
                new Round(0.022, 0.013, 0));

        Round typical = Round.typical(rounds);

        assertThat(typical.wall()).isCloseTo(0.021, within(1e-9));
        assertThat(typical.cpu()).isCloseTo(0.012, within(1e-9));
        assertThat(typical.waited()).isCloseTo(0.0005, within(1e-9));
    }
}
