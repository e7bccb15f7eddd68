package gilbench.service.gil;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.scenario.WaiterChoice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Threads that compete for a GIL in real time, with windows short enough for many forced switches. */
class GilConcurrencyTest {
    private static final int THREADS = 4;
    private static final int ROUNDS = 500;

    /** Where competitors run. */
    enum Threads {
        PLATFORM,
        VIRTUAL;

        ExecutorService executor() {
            return switch (this) {
                case PLATFORM -> Executors.newCachedThreadPool();
                case VIRTUAL -> Executors.newVirtualThreadPerTaskExecutor();
            };
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PLATFORM, FIFO",
        "PLATFORM, RANDOM",
        "PLATFORM, LIFO",
        "VIRTUAL, FIFO",
        "VIRTUAL, RANDOM",
        "VIRTUAL, LIFO"
    })
    void competitors_neverHoldTogetherAndAllComeToAnEnd(Threads threads, WaiterChoice choice) throws Exception {
        Gil gil = Gil.create(Duration.ofNanos(50_000), choice);
        Ground ground = new Ground(gil);
        List<Future<Long>> ends = new ArrayList<>();
        long waited = 0;
        try (ExecutorService executor = threads.executor()) {
            for (int i = 0; i < THREADS; i++) {
                SplittableRandom random = new SplittableRandom(i);
                ends.add(executor.submit(() -> compete(gil, ground, random)));
            }
            for (Future<Long> end : ends) {
                waited += end.get(60, TimeUnit.SECONDS);
            }
        }

        assertThat(ground.visits).as("invariant 1").isEqualTo((long) THREADS * ROUNDS);
        GilStatistics statistics = gil.statistics();
        assertThat(statistics.takes()).isEqualTo((long) THREADS * ROUNDS + ground.polledSwitches);
        assertThat(statistics.switches()).isBetween((long) THREADS, statistics.takes());
        assertThat(statistics.waiters()).isZero();
        assertThat(statistics.waitNanos()).isEqualTo(waited);
    }

    private static long compete(Gil gil, Ground ground, SplittableRandom random) {
        long waited = 0;
        for (int round = 0; round < ROUNDS; round++) {
            waited += gil.take();
            ground.enter();
            for (int poll = random.nextInt(50); poll > 0; poll--) {
                waited += ground.poll();
                spin(random.nextInt(200));
            }
            ground.leave();
            waited += gil.drop();
        }
        return waited;
    }

    private static void spin(int times) {
        for (int i = 0; i < times; i++) {
            Thread.onSpinWait();
        }
    }

    /** What only the holder touches: plain fields that a second holder would corrupt. */
    private static final class Ground {
        private final Gil gil;
        private @Nullable Thread inside;
        private @Nullable Thread forced;
        private long visits;
        private long polledSwitches;

        Ground(Gil gil) {
            this.gil = gil;
        }

        void enter() {
            assertThat(inside).as("invariant 1").isNull();
            assertThat(forced).as("invariant 5").isNotSameAs(Thread.currentThread());
            inside = Thread.currentThread();
            forced = null;
            visits++;
        }

        void leave() {
            assertThat(inside).as("invariant 1").isSameAs(Thread.currentThread());
            inside = null;
            forced = gil.dropRequested() ? Thread.currentThread() : null;
        }

        long poll() {
            if (!gil.dropRequested()) {
                return 0;
            }
            leave();
            long waited = gil.checkpoint();
            enter();
            visits--;
            polledSwitches++;
            return waited;
        }
    }
}
