package gilbench.bench.stats;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.bench.stats.SteadyState.Cycle;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SteadyStateTest {
    private static List<Cycle> compiling(int millis, double... throughput) {
        return Arrays.stream(throughput)
                .mapToObj(each -> new Cycle(Duration.ofSeconds(1), each, Duration.ofMillis(millis)))
                .toList();
    }

    private static boolean reached(double... throughput) {
        return SteadyState.reached(compiling(0, throughput));
    }

    @Test
    void reached_fewerThanThreeCycles_isNotSteady() {
        assertThat(reached()).isFalse();
        assertThat(reached(100, 100)).isFalse();
        assertThat(reached(100, 100, 100)).isTrue();
    }

    @Test
    void reached_changeBelowFivePercent_isSteadyThoughTheSlopeIsClear() {
        assertThat(reached(100, 101, 102, 103, 104)).isTrue();
        assertThat(reached(100, 102, 104, 106, 108)).isFalse();
        assertThat(reached(108, 106, 104, 102, 100)).isFalse();
    }

    @Test
    void reached_noiseWithoutSlope_isSteady() {
        assertThat(reached(100, 140, 80, 130, 110)).isTrue();
    }

    @Test
    void reached_noiseThatMightHideADrift_isNotSteady() {
        assertThat(reached(100, 60, 150, 110, 160)).isFalse();
        assertThat(reached(100, 140, 130)).isFalse();
    }

    @Test
    void reached_earlyCycles_areForgotten() {
        assertThat(reached(1, 10, 50, 100, 100, 100, 100, 100)).isTrue();
        assertThat(reached(1, 10, 50, 100, 100)).isFalse();
    }

    @Test
    void reached_stillCompiling_isNotSteady() {
        assertThat(SteadyState.reached(compiling(20, 100, 100, 100))).isTrue();
        assertThat(SteadyState.reached(compiling(21, 100, 100, 100))).isFalse();
    }

    @Test
    void reached_compilationEndedTwoCyclesAgo_isSteady() {
        List<Cycle> cycles = IntStream.range(0, 4)
                .mapToObj(i -> new Cycle(Duration.ofSeconds(1), 100, Duration.ofMillis(i < 2 ? 500 : 5)))
                .toList();

        assertThat(SteadyState.reached(cycles)).isTrue();
        assertThat(SteadyState.reached(cycles.subList(0, 3))).isFalse();
    }

    @Test
    void reached_nothingCompletes_isSteady() {
        assertThat(reached(0, 0, 0)).isTrue();
    }
}
