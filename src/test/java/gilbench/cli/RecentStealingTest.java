package gilbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gilbench.bench.runner.RunClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecentStealingTest {
    private long now = 7;

    @Test
    void share_youngerThanItsAge_looksAtNothing() throws InterruptedException {
        RecentStealing stealing = new RecentStealing(clock(), 0.4);
        now += Duration.ofSeconds(15).toNanos() - 1;

        assertThat(stealing.share(() -> 1.0)).isCloseTo(0.4, within(1e-9));
    }

    @Test
    void share_lookedAtAgain_forgetsTheOldestOfSix() throws InterruptedException {
        RecentStealing stealing = new RecentStealing(clock(), 0.4);
        for (int sets = 1; sets <= 8; sets++) {
            now += Duration.ofSeconds(15).toNanos();
            int fresh = Math.min(sets, 6);

            assertThat(stealing.share(() -> 1.0)).isCloseTo((6 - fresh) * 0.4 / 6 + fresh / 6.0, within(1e-9));
            assertThat(stealing.share(() -> 0.0)).isCloseTo((6 - fresh) * 0.4 / 6 + fresh / 6.0, within(1e-9));
        }
    }

    private RunClock clock() {
        return new RunClock() {
            @Override
            public Instant now() {
                return Instant.EPOCH;
            }

            @Override
            public long nanos() {
                return now;
            }
        };
    }
}
