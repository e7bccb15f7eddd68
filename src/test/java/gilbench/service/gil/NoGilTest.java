package gilbench.service.gil;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class NoGilTest {
    @Test
    void take_byTwoThreads_isHeldByBothAtOnce() throws Exception {
        Gil gil = Gil.none();
        CyclicBarrier bothHold = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Integer> first = threads.submit(() -> hold(gil, bothHold));
            Future<Integer> second = threads.submit(() -> hold(gil, bothHold));

            assertThat(first.get(30, TimeUnit.SECONDS) + second.get(30, TimeUnit.SECONDS))
                    .isEqualTo(1);
        }
        assertThat(gil.statistics()).isEqualTo(GilStatistics.ZERO);
    }

    private static int hold(Gil gil, CyclicBarrier bothHold) throws Exception {
        assertThat(gil.take()).isZero();
        try {
            return bothHold.await(30, TimeUnit.SECONDS);
        } finally {
            assertThat(gil.checkpoint()).isZero();
            assertThat(gil.drop()).isZero();
        }
    }
}
