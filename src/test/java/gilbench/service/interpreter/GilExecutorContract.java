package gilbench.service.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import gilbench.scenario.Calibration;
import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import gilbench.service.gil.Gil;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every executor under a GIL does; windows of 1 ms. */
abstract class GilExecutorContract {
    private final PythonInterpreter interpreter = PythonInterpreter.create(
            Interpreter.of(InterpreterKind.GIL).withSwitchInterval(Duration.ofMillis(1)),
            Burner.create(),
            new Calibration(25e6));
    private GilExecutor executor;

    /** An executor with at least two threads. */
    abstract GilExecutor executor(PythonInterpreter interpreter);

    @BeforeEach
    void start() {
        executor = executor(interpreter);
    }

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void submit_task_returnsItsResult() throws Exception {
        assertThat(end(executor.submit(() -> 42))).isEqualTo(42);
    }

    @Test
    void tasks_competing_neverRunTogether() throws Exception {
        AtomicBoolean inside = new AtomicBoolean();
        Callable<Long> task = () -> {
            long waited = 0;
            for (int i = 0; i < 200; i++) {
                assertThat(inside.compareAndSet(false, true)).isTrue();
                Thread.onSpinWait();
                inside.set(false);
                waited += GilExecutor.checkpoint();
            }
            return waited;
        };

        for (Future<Long> end : executor.invokeAll(Collections.nCopies(20, task))) {
            assertThat(end(end)).isNotNegative();
        }
    }

    @Test
    void burn_besideAnotherTask_letsItRun() throws Exception {
        AtomicBoolean otherRan = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        Future<Boolean> hog = executor.submit(() -> {
            begun.countDown();
            while (!otherRan.get()) {
                GilExecutor.burn(Duration.ofMillis(1));
            }
            return true;
        });
        begun.await();

        end(executor.submit(() -> otherRan.set(true)));
        assertThat(end(hog)).isTrue();
    }

    @Test
    void released_blockingOnAnotherTask_doesNotStandStill() throws Exception {
        CountDownLatch latch = new CountDownLatch(1);
        Future<Boolean> waiting = executor.submit(() -> GilExecutor.released(() -> latch.await(30, TimeUnit.SECONDS)));

        end(executor.submit(latch::countDown));
        assertThat(end(waiting)).isTrue();
    }

    @Test
    void submit_failingTask_hasItsExceptionInTheFutureAndTheGilDropped() throws Exception {
        Future<Integer> failing = executor.submit(() -> GilExecutor.released(() -> {
            throw new IOException("down");
        }));

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> end(failing))
                .withCauseInstanceOf(IOException.class);
        assertThat(end(executor.submit(() -> "still running"))).isEqualTo("still running");
    }

    @Test
    void task_throughout_holdsTheGil() throws Exception {
        Gil gil = interpreter.gil();

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> end(executor.submit(gil::take)))
                .withCauseInstanceOf(IllegalMonitorStateException.class);
    }

    @Test
    void shutdown_acceptsNothingMoreAndEndsWhatRuns() throws Exception {
        Future<Integer> last = executor.submit(() -> 1);
        executor.close();

        assertThat(last.resultNow()).isEqualTo(1);
        assertThat(executor.isShutdown()).isTrue();
        assertThat(executor.isTerminated()).isTrue();
        assertThatExceptionOfType(java.util.concurrent.RejectedExecutionException.class)
                .isThrownBy(() -> executor.execute(() -> {}));
        assertThat(interpreter.gil().statistics().holdNanos())
                .as("the GIL is free: its hold time stands still")
                .isEqualTo(interpreter.gil().statistics().holdNanos());
    }

    @Test
    void checkpoint_outsideOfTasks_isRefused() {
        assertThatIllegalStateException().isThrownBy(GilExecutor::checkpoint);
        assertThatIllegalStateException().isThrownBy(() -> GilExecutor.burn(Duration.ZERO));
        assertThatIllegalStateException().isThrownBy(() -> GilExecutor.released(List::of));
    }

    private static <T> T end(Future<T> begun) throws Exception {
        return begun.get(30, TimeUnit.SECONDS);
    }
}
