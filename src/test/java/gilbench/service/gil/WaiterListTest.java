package gilbench.service.gil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import gilbench.scenario.WaiterChoice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WaiterListTest {
    @ParameterizedTest
    @EnumSource
    void poll_empty_isNull(WaiterChoice choice) {
        assertThat(list(choice, 0).poll(0, null)).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void anyOperations_keepExactlyTheWaitersAddedAndNotRemoved(WaiterChoice choice) {
        qt().withExamples(200).forAll(integers().all()).checkAssert(seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            WaiterList list = list(choice, seed);
            List<Waiter> expected = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                operate(random.nextInt(4), list, expected, random, choice);
                assertThat(list.size()).isEqualTo(expected.size());
            }
        });
    }

    @Test
    void poll_random_choosesEachWithEqualProbability() {
        WaiterList list = list(WaiterChoice.RANDOM, 7);
        List<Waiter> waiters = IntStream.range(0, 4).mapToObj(i -> waiter()).toList();
        waiters.forEach(list::add);
        Map<Waiter, Integer> counts = new HashMap<>();
        for (int i = 0; i < 4000; i++) {
            Waiter chosen = Objects.requireNonNull(list.poll(0, null));
            counts.merge(chosen, 1, Integer::sum);
            list.add(chosen);
        }

        assertThat(counts.values())
                .hasSize(4)
                .allSatisfy(count -> assertThat(count).isBetween(850, 1150));
    }

    private static void operate(
            int operation, WaiterList list, List<Waiter> expected, SplittableRandom random, WaiterChoice choice) {
        switch (operation) {
            case 0, 1 -> {
                Waiter added = waiter();
                list.add(added);
                expected.add(added);
            }
            case 2 -> {
                if (!expected.isEmpty()) {
                    list.remove(expected.remove(random.nextInt(expected.size())));
                }
            }
            default -> {
                Waiter polled = list.poll(0, null);
                if (polled != null) {
                    checkChoice(choice, expected, polled);
                    expected.remove(polled);
                }
            }
        }
    }

    private static void checkChoice(WaiterChoice choice, List<Waiter> expected, Waiter polled) {
        switch (choice) {
            case FIFO -> assertThat(polled).isSameAs(expected.getFirst());
            case LIFO -> assertThat(polled).isSameAs(expected.getLast());
            case RANDOM -> assertThat(expected).contains(polled);
        }
    }

    private static WaiterList list(WaiterChoice choice, long seed) {
        return WaiterList.of(choice, new SplittableRandom(seed));
    }

    private static Waiter waiter() {
        return new Waiter(Thread.ofPlatform().unstarted(() -> {}));
    }
}
