package gilbench.service.gil;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.scenario.StepKind;
import gilbench.scenario.WaiterChoice;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StepCountersTest {
    @Test
    void read_underAGil_sumsByKind() {
        StepCounters counters = StepCounters.of(Gil.create(Duration.ofMillis(5), WaiterChoice.FIFO));

        counters.held(StepKind.PYTHON, 3);
        counters.held(StepKind.PYTHON, 4);
        counters.waited(StepKind.IO, 5);

        assertThat(counters.read().holdOf(StepKind.PYTHON)).isEqualTo(7);
        assertThat(counters.read().waitOf(StepKind.IO)).isEqualTo(5);
        assertThat(counters.read().holdOf(StepKind.OPAQUE)).isZero();
    }

    @Test
    void read_withoutAGil_countsNothing() {
        StepCounters counters = StepCounters.of(Gil.none());

        counters.held(StepKind.PYTHON, 3);

        assertThat(counters.read()).isEqualTo(StepTimes.ZERO);
    }
}
