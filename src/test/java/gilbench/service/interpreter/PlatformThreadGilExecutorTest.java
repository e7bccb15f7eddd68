package gilbench.service.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PlatformThreadGilExecutorTest extends GilExecutorContract {
    @Override
    GilExecutor executor(PythonInterpreter interpreter) {
        return GilExecutor.platformThreads(4, interpreter);
    }

    @Test
    void shutdownNow_queuedTasks_areGivenBack() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        Runnable queued = () -> {};
        try (GilExecutor single = GilExecutor.platformThreads(1, Interpreters.plain())) {
            single.execute(() -> {
                begun.countDown();
                awaitInterrupt(never);
            });
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
            single.execute(queued);

            assertThat(single.shutdownNow()).containsExactly(queued);
        }
    }

    private static void awaitInterrupt(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
