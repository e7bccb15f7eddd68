package gilbench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaitingShareTest {
    private static final TreeUse USE = new TreeUse(Map.of(), TreeUse.Loss.NONE);

    /** Rounds of two requests whose processor time changes, of whose waiting {@code share} delays, and of which some are disturbed. */
    private static Block block(double share, int rounds, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Block(
                2,
                IntStream.range(0, rounds)
                        .mapToObj(i -> {
                            double cpu = 0.01 * (1 + random.nextDouble());
                            double waited = 0.012 * random.nextDouble();
                            double disturbed = i % 7 == 0 ? 0.02 * random.nextDouble() : 0;
                            return new Round(0.03 + cpu / 2 + share * waited + disturbed, cpu, waited);
                        })
                        .toList(),
                USE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.25, 0.5, 1})
    void of_roundsThatWaitedForDifferentTimes_recoversTheShare(double share) {
        assertThat(WaitingShare.of(List.of(block(share, 30, 1), block(share, 30, 2))))
                .isCloseTo(share, within(0.1));
    }

    @Test
    void of_roundsThatHardlyWaited_isHalf() {
        Block calm = new Block(2, List.of(new Round(0.03, 0.01, 0), new Round(0.031, 0.01, 0.0001)), USE);

        assertThat(WaitingShare.of(List.of(calm))).isEqualTo(0.5);
    }
}
