package gilbench.bench.stats;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.bench.stats.SteadyState.Cycle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SteadyStateTest {
    @Test
    void reached_levelThroughput_steady() {
        assertThat(SteadyState.reached(quiet(1000, 1030, 990))).isTrue();
    }

    @Test
    void reached_risingThroughput_notSteady() {
        assertThat(SteadyState.reached(quiet(1000, 1100, 1200))).isFalse();
    }

    @Test
    void reached_fallingThroughput_notSteady() {
        assertThat(SteadyState.reached(quiet(1200, 1100, 1000))).isFalse();
    }

    @Test
    void reached_tooFewCycles_notSteady() {
        assertThat(SteadyState.reached(quiet(1000, 1000))).isFalse();
    }

    @Test
    void reached_coldBeginning_isForgotten() {
        assertThat(SteadyState.reached(quiet(10, 300, 1000, 1010, 1000))).isTrue();
    }

    @Test
    void reached_nothingCompleted_notSteady() {
        assertThat(SteadyState.reached(quiet(0, 0, 0))).isFalse();
    }

    @Test
    void reached_stillCompiling_notSteady() {
        List<Cycle> cycles = new ArrayList<>(quiet(1000, 1000));
        cycles.add(new Cycle(1000, Duration.ofSeconds(1), Duration.ofMillis(150)));

        assertThat(SteadyState.reached(cycles)).isFalse();
    }

    @Test
    void reached_compiledBefore_steady() {
        List<Cycle> cycles = new ArrayList<>(List.of(new Cycle(1000, Duration.ofSeconds(1), Duration.ofSeconds(1))));
        cycles.addAll(quiet(1000, 1000));

        assertThat(SteadyState.reached(cycles)).isTrue();
    }

    private static List<Cycle> quiet(double... throughputs) {
        List<Cycle> cycles = new ArrayList<>();
        for (double throughput : throughputs) {
            cycles.add(new Cycle(throughput, Duration.ofSeconds(1), Duration.ofMillis(20)));
        }
        return cycles;
    }
}
