package gilbench.bench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LittlesLawTest {
    @Test
    void deviation_equalEdges_isThatOfThePlainLaw() {
        LittlesLaw law = LittlesLaw.of(10, 20, 20, 20, 1000, 0.2);

        assertThat(law.throughput()).isEqualTo(100);
        assertThat(law.expected()).isEqualTo(20);
        assertThat(law.deviation()).isZero();
    }

    @Test
    void of_moreInFlightAtTheEnd_countsHalfOfTheDifference() {
        assertThat(LittlesLaw.of(10, 20, 10, 30, 990, 0.2).throughput()).isEqualTo(100);
    }

    @Test
    void deviation_lostRequests_shows() {
        assertThat(LittlesLaw.of(10, 20, 0, 0, 900, 0.2).deviation()).isCloseTo(0.1, within(1e-12));
        assertThat(LittlesLaw.of(10, 18, 0, 0, 1000, 0.2).deviation()).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void deviation_nothingHappened_isZero() {
        assertThat(LittlesLaw.of(10, 0, 0, 0, 0, 0).deviation()).isZero();
    }
}
