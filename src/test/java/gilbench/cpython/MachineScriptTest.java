package gilbench.cpython;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MachineScriptTest {
    @Test
    void read_allLines_areNanoseconds() throws IOException {
        MachineScript.Costs costs = MachineScript.read("tick 4000000\nwindow-cpu 6100\nloop-tick 2988");

        assertThat(costs.loopTick()).isEqualTo(Duration.ofNanos(2988));
        assertThat(costs.tick()).contains(Duration.ofMillis(4));
        assertThat(costs.windowCpu()).isEqualTo(Duration.ofNanos(6100));
    }

    @Test
    void read_withoutTickAndWindow_isEmptyAndZero() throws IOException {
        assertThat(MachineScript.read("loop-tick 2988").tick()).isEmpty();
        assertThat(MachineScript.read("loop-tick 2988").windowCpu()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tick 4000000", "loop-tick", "loop-tick soon"})
    void read_anythingElse_isRefused(String said) {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> MachineScript.read(said))
                .withMessageContaining("cannot be read");
    }
}
