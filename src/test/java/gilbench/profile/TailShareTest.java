package gilbench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gilbench.bench.stats.Estimate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TailShareTest {
    private static final double WAIT = 0.02;
    private static final double OVERHEAD = 0.5e-3;
    private static final double INTERVAL = 5e-3;

    /**
     * Requests of which the later is late by what {@code kept} says of what is left; starts scatter, some answers are disturbed.
     *
     * @param speed how much longer a tail takes now than while the offsets were chosen
     */
    private static List<Staggered> seen(double tail, double speed, DoubleUnaryOperator kept) {
        SplittableRandom random = new SplittableRandom(5);
        List<Staggered> seen = new ArrayList<>();
        for (double chosen : TailShare.offsets(Duration.ofSeconds(6), WAIT + tail, tail)) {
            double first = WAIT + speed * tail + OVERHEAD;
            double offset = chosen + 0.2e-3 * random.nextDouble();
            double left = Math.clamp(first - OVERHEAD - offset, 0, speed * tail);
            double disturbed = seen.size() % 9 == 0 ? 0.01 * random.nextDouble() : 0;
            double late = Math.min(INTERVAL, kept.applyAsDouble(left));
            seen.add(new Staggered(offset, first, first + late + 0.4e-3 * random.nextDouble() + disturbed));
        }
        return seen;
    }

    private static Optional<Estimate> share(List<Staggered> seen) {
        return new TailShare(OVERHEAD, Duration.ofNanos(Math.round(INTERVAL * 1e9))).of(seen);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 1, 0",
        "2, 1, 0.3",
        "2, 1, 0.7",
        "2, 1, 1",
        "2, 0.8, 1",
        "2, 1.4, 1",
        "14, 1, 0",
        "14, 1, 1",
        "14, 0.7, 1",
        "14, 1.2, 1"
    })
    void of_requestsThatStartBehindTheWaitOfAnother_recoversTheShare(double millis, double speed, double share) {
        Estimate seen = share(seen(1e-3 * millis, speed, left -> share * left)).orElseThrow();

        assertThat(seen.value()).isCloseTo(share, within(0.15));
        assertThat(seen.low()).isBetween(0.0, share + 0.05);
        assertThat(seen.high()).isBetween(share - 0.05, 1.0);
    }

    /** 7 ms with the GIL, then 7 without. */
    @Test
    void of_releasedHalfWay_isAboutHalf() {
        Estimate seen = share(seen(14e-3, 1, left -> Math.max(0, left - 7e-3))).orElseThrow();

        assertThat(seen.value()).isBetween(0.3, 0.6);
    }

    @Test
    void of_few_isUnknown() {
        assertThat(share(seen(2e-3, 1, left -> left).subList(0, 23))).isEmpty();
    }
}
