package gilbench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gilbench.bench.stats.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineTest {
    private static final int READINGS = 80;
    private static final double NOISE = 0.1;

    /** What is seen of a request that alternately uses and waits for so many milliseconds, at another speed each time. */
    private static List<Glimpse> seen(double... millis) {
        SplittableRandom random = new SplittableRandom(3);
        List<Glimpse> glimpses = new ArrayList<>();
        for (int i = 0; i < READINGS; i++) {
            double speed = 1e-3 * (1 + NOISE * random.nextDouble());
            double rest = (i + 0.5) / READINGS * Arrays.stream(millis).sum();
            double before = 0;
            double all = 0;
            for (int part = 0; part < millis.length; part++) {
                double passed = Math.clamp(rest, 0, millis[part]);
                rest -= passed;
                before += part % 2 == 0 ? passed : 0;
                all += part % 2 == 0 ? millis[part] : 0;
            }
            glimpses.add(new Glimpse(speed * before, speed * (all - before)));
        }
        return glimpses;
    }

    @ParameterizedTest
    @CsvSource({"12, 20, 0.8", "2, 50, 0.8", "5, 15, 5", "0.7, 20, 10", "12, 8, 3"})
    void tail_oneWait_isWhatIsUsedBehind(double head, double wait, double tail) {
        Estimate found = Timeline.tail(seen(head, wait, tail)).orElseThrow();

        assertThat(found.value() * (head + tail)).isCloseTo(tail, within(0.1 * tail + 0.05));
        assertThat(found.low()).isLessThanOrEqualTo(found.value());
        assertThat(found.high()).isGreaterThanOrEqualTo(found.value());
    }

    @Test
    void tail_twoWaits_isWhatIsUsedBehindTheFirst() {
        assertThat(Timeline.tail(seen(4, 10, 5, 15, 1)).orElseThrow().value() * 10)
                .isCloseTo(6, within(0.6));
    }

    @Test
    void tail_requestThatBeginsLate_isNotThatOfItsStart() {
        assertThat(Timeline.tail(seen(0, 10, 5, 15, 1)).orElseThrow().value() * 6)
                .isCloseTo(1, within(0.15));
    }

    @Test
    void tail_noWait_isNotSeen() {
        assertThat(Timeline.tail(seen(12))).isEmpty();
    }

    @Test
    void tail_fewReadings_isNotSeen() {
        assertThat(Timeline.tail(seen(12, 20, 1).subList(30, 39))).isEmpty();
    }
}
