package gilbench.cpython;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MachineScriptIT {
    static List<Python> pythons() throws InterruptedException {
        return Pythons.all();
    }

    @ParameterizedTest
    @MethodSource("pythons")
    void measure_everyPython_isPlausible(Python python) throws Exception {
        MachineScript.Costs costs = MachineScript.measure(python);

        assertThat(costs.loopTick()).isBetween(Duration.ofNanos(200), Duration.ofMillis(1));
        assertThat(costs.windowCpu()).isBetween(Duration.ZERO, Duration.ofMillis(1));
        costs.tick().ifPresent(tick -> assertThat(tick).isBetween(Duration.ofNanos(500_000), Duration.ofMillis(200)));
    }
}
