package gilbench.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WaitersTest {
    private static final long WINDOW = 5_000;

    /** From who armed last backwards, each comes once, and none is younger than the one before it. */
    @Test
    void before_anyWaiters_goesThroughAllByAge() {
        qt().withExamples(300).forAll(integers().all()).checkAssert(seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            WaiterLinks links = new WaiterLinks();
            Waiters waiters = new Waiters(links, WINDOW);
            int size = random.nextInt(1, 40);
            links.reserve(size);
            long now = 0;
            for (int thread = 0; thread < size; thread++) {
                now += random.nextLong(WINDOW);
                waiters.add(thread, now);
            }
            now += random.nextLong(3 * WINDOW);

            List<Integer> seen = new ArrayList<>();
            List<Long> ages = new ArrayList<>();
            int thread = waiters.lastUntil(now);
            for (int i = 0; i < size; i++) {
                seen.add(thread);
                ages.add(waiters.age(thread, now));
                thread = waiters.before(thread);
            }
            assertThat(seen).hasSize(size).doesNotHaveDuplicates();
            assertThat(ages).isSortedAccordingTo(Comparator.naturalOrder());
            assertThat(thread).isEqualTo(seen.getFirst());
        });
    }
}
