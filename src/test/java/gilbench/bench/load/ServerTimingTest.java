package gilbench.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.scenario.TimeBudget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerTimingTest {
    private static final String REST = ", native;dur=4, io;dur=5, other;dur=-0.25, total;dur=14.75";
    private static final TimeBudget BUDGET =
            new TimeBudget(1_000_000, 2_500_000, 3_000_001, 4_000_000, 5_000_000, -250_000, 14_750_000);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "queue;dur=1, gil-wait;dur=2.5, python;dur=3.000001",
                "queue;dur=1,gil-wait;dur=2.5,python;dur=3.000001",
                " queue ; dur = 1 ,\tgil-wait ;DUR=2.5, python; dur=\"3.000001\"",
                "python;desc=\"a, b; dur=7 \\\" c\";dur=3.000001, gil-wait;dur=2.5;x=y, queue;dur=1e0",
                "cache, queue;dur=1, miss;desc=x, gil-wait;dur=2.5, python;dur=3.000001, queue;dur=9",
                "queue-2;dur=8, queue;dur=1, ,, gil-wait;dur=2.5, python;dur=3.000001"
            })
    void parse_everyPart_isTheBudget(String header) {
        assertThat(ServerTiming.parse(header + REST)).contains(BUDGET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "queue;dur=1",
                "queue;dur=1, gil-wait;dur=2.5",
                "queue;dur=1, gil-wait;dur=2.5, python",
                "queue;dur=1, gil-wait;dur=2.5, python;dur=",
                "queue;dur=1, gil-wait;dur=2.5, python;dur=x",
                "queue;dur=1, gil-wait;dur=2.5, python;dur=NaN",
                "queue;dur=1, gil-wait;dur=2.5, python;dur=Infinity",
                "queue;dur=1, gil-wait;dur=2.5, python;duration=3",
                "queue;dur=1, gil-wait;dur=2.5, python;desc=\"unclosed"
            })
    void parse_partMissing_isEmpty(String header) {
        assertThat(ServerTiming.parse(header + REST)).isEmpty();
    }

    @Test
    void parse_totalMissing_isEmpty() {
        String parts = "queue;dur=1, gil-wait;dur=2, python;dur=3, native;dur=4, io;dur=5, other;dur=6";

        assertThat(ServerTiming.parse(parts)).isEmpty();
        assertThat(ServerTiming.parse(parts + ", total;dur=21")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\"", "\\", "queue;dur=\"", "queue;\"\\", "=;=,=", "queue;dur=\"\\\\\\"})
    void parse_anyText_doesNotThrow(String header) {
        assertThat(ServerTiming.parse(header)).isEmpty();
    }
}
