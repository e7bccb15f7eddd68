package gilbench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void moments_ofAllBlocks_areEvenlySpread() {
        Schedule schedule = new Schedule(5, 20);
        double wall = 0.03;

        List<Double> moments = IntStream.range(0, 5)
                .boxed()
                .flatMap(block -> schedule.moments(block, wall).stream())
                .sorted()
                .toList();

        assertThat(moments).hasSize(100);
        for (int i = 0; i < moments.size(); i++) {
            assertThat(moments.get(i)).isCloseTo(i / 100.0 * wall, within(0.02 * wall));
        }
    }
}
