package gilbench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gilbench.bench.stats.Estimate;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TailShareTest {
    private static final double WALL = 0.03;
    private static final double TAIL = 2e-3;
    private static final double OVERHEAD = 0.5e-3;

    /** Requests late by {@code share} of what is left; starts scatter, some answers are disturbed, and the service slows down. */
    private static List<Staggered> seen(double share) {
        SplittableRandom random = new SplittableRandom(5);
        List<Double> offsets = TailShare.offsets(Duration.ofSeconds(3), WALL, TAIL, OVERHEAD);
        return IntStream.range(0, offsets.size())
                .mapToObj(i -> {
                    double offset = offsets.get(i) + 0.2e-3 * random.nextDouble();
                    double left = Math.clamp(WALL - OVERHEAD - offset, 0, TAIL);
                    double disturbed = i % 9 == 0 ? 0.01 * random.nextDouble() : 0;
                    double speed = 1 + 0.2 * i / offsets.size();
                    return new Staggered(
                            offset, speed * WALL + share * left + 0.4e-3 * random.nextDouble() + disturbed);
                })
                .toList();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.7, 1})
    void of_requestsThatStartBehindTheWaitOfAnother_recoversTheShare(double share) {
        Estimate seen = TailShare.of(seen(share)).orElseThrow();

        assertThat(seen.value()).isCloseTo(share, within(0.2));
        assertThat(seen.low()).isBetween(0.0, share + 0.05);
        assertThat(seen.high()).isBetween(share - 0.05, 1.0);
    }

    @Test
    void of_few_isUnknown() {
        assertThat(TailShare.of(seen(1).subList(0, 11))).isEmpty();
    }
}
