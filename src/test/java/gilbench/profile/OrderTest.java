package gilbench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gilbench.bench.stats.Estimate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTest {
    private static final double CPU = 10e-3;
    private static final Tail TAIL = new Tail(3e-3, new Estimate(2e-3, 1e-3, 3e-3, 40));

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.25, 0.5, 0.9, 1})
    void of_anyShare_addsUpToTheProcessorTime(double python) {
        for (Order order :
                new Order[] {Order.first(0.1), Order.halved(), Order.first(TAIL, CPU), Order.halved(TAIL, CPU)}) {
            Order.Parts parts = order.of(python);

            assertThat(parts.python() + parts.released() + parts.then() + parts.behind() + parts.last())
                    .isCloseTo(1, within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5, 0.9})
    void of_knownTail_isBehindAndTheRestOfThePythonBefore(double python) {
        Order.Parts parts = Order.halved(TAIL, CPU).of(python);

        assertThat(parts.behind()).isCloseTo(0.2, within(1e-9));
        assertThat(parts.last()).isCloseTo(0.1, within(1e-9));
        assertThat(parts.python()).isEqualTo(parts.then());
        assertThat(parts.python() + parts.then() + parts.behind()).isCloseTo(python, within(1e-9));
    }
}
