package gilbench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoundTest {
    @Test
    void undisturbed_theHalfThatWaitedLeast() {
        List<Round> rounds =
                List.of(new Round(0.050, 0.02), new Round(0.020, 0.001), new Round(0.090, 0.05), new Round(0.022, 0));

        assertThat(Round.undisturbed(rounds)).isCloseTo(0.021, within(1e-9));
        assertThat(Round.waited(rounds)).isCloseTo(0.0005, within(1e-9));
    }
}
