package gilbench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gilbench.bench.stats.Estimate;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GilSampleTest {
    private static GilSample sample(long held, long failed, double cpu, double waited) {
        return new GilSample(held, failed, 4000, 4, cpu, waited, List.of());
    }

    @Test
    void share_nobodyWaited_isTimeHeldOverProcessorTime() {
        Estimate share = sample(400, 0, 1, 0).share();

        assertThat(share.value()).isCloseTo(0.4, within(1e-9));
        assertThat(share.low()).isCloseTo(0.4 - 0.0363, within(0.002));
        assertThat(share.high()).isCloseTo(0.4 + 0.0381, within(0.002));
    }

    @Test
    void share_threadsWaited_reachesFromProportionalToNone() {
        Estimate share = sample(400, 0, 0.8, 0.2).share();

        assertThat(share.low()).isLessThan(0.4);
        assertThat(share.high()).isGreaterThan(0.5);
        assertThat(share.value()).isCloseTo(0.45, within(1e-9));
    }

    @Test
    void share_holdersThatCouldNotBeRead_countAsHeldButNotForTheLowEnd() {
        assertThat(sample(300, 100, 1, 0).share().value()).isCloseTo(0.4, within(1e-9));
        assertThat(sample(300, 100, 1, 0).share().low())
                .isEqualTo(sample(300, 0, 1, 0).share().low());
    }

    @Test
    void share_moreThanTheProcessorTime_isOneAndTheHolderWaits() {
        assertThat(sample(3000, 0, 1, 0).share().value()).isEqualTo(1);
        assertThat(sample(3000, 0, 1, 0).heldWhileWaiting()).isTrue();
        assertThat(sample(1000, 0, 1, 0).heldWhileWaiting()).isFalse();
    }

    @Test
    void share_intervals_coverTheTruth95TimesOf100() {
        SplittableRandom random = new SplittableRandom(3);
        int covered = 0;
        for (int run = 0; run < 1000; run++) {
            long held = random.doubles(4000).filter(x -> x < 0.1).count();
            Estimate share = sample(held, 0, 1, 0).share();
            covered += share.low() <= 0.4 && 0.4 <= share.high() ? 1 : 0;
        }
        assertThat(covered).isBetween(930, 970);
    }

    @Test
    void python_ofARequest_isItsShare() {
        Estimate python = sample(400, 0, 1, 0).python(new Estimate(10e-3, 9e-3, 11e-3, 8));

        assertThat(python.value()).isCloseTo(4e-3, within(1e-9));
        assertThat(python.low()).isLessThan(3.4e-3);
        assertThat(python.high()).isGreaterThan(4.7e-3);
    }
}
