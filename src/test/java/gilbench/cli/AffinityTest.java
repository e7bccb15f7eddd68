package gilbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gilbench.scenario.BoundException;
import org.junit.jupiter.api.Test;

class AffinityTest {
    @Test
    void list_rangesAndSingles_areExpanded() {
        assertThat(Affinity.list("0-2,5,7-8")).containsExactly(0, 1, 2, 5, 7, 8);
        assertThat(Affinity.list("3")).containsExactly(3);
    }

    @Test
    void restrictTo_moreThanAvailable_namesTheBound() {
        int available = Runtime.getRuntime().availableProcessors();

        assertThatThrownBy(() -> Affinity.restrictTo(available + 1))
                .isInstanceOf(BoundException.class)
                .hasMessageContaining("--cores: " + (available + 1))
                .hasMessageContaining("at most " + available);
    }
}
