package gilbench.service.gil;

import static gilbench.service.gil.Caller.end;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gilbench.scenario.WaiterChoice;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What a GIL does with real threads. */
abstract class ParkingGilContract extends ParkedCallers {
    @Test
    void take_free_isTakenAtOnce() throws Exception {
        assertThat(a.call(gil::take)).isZero();
        assertThat(gil.statistics()).isEqualTo(new GilStatistics(0, 0, 1, 1, 0, 0));
    }

    @Test
    void drop_notRequested_doesNotWait() throws Exception {
        a.call(gil::take);

        assertThat(a.call(gil::drop)).isZero();
    }

    @Test
    void checkpoint_notRequested_keepsTheGil() throws Exception {
        a.call(gil::take);

        assertThat(a.call(gil::checkpoint)).isZero();
        assertThat(gil.statistics().takes()).isEqualTo(1);
    }

    @Test
    void take_interrupted_waitsOnAndLeavesTheInterruptPending() throws Exception {
        a.call(gil::take);
        Future<Boolean> interrupted = b.begin(() -> {
            gil.take();
            return Thread.interrupted();
        });
        time.awaitParked(b.thread(), millis(5));

        b.thread().interrupt();
        time.advance(INTERVAL);
        time.awaitParked(b.thread(), millis(10));
        assertThat(interrupted).isNotDone();

        a.call(gil::drop);
        assertThat(end(interrupted)).isTrue();
    }

    @Test
    void take_wokenForNoReason_keepsTheRunningWindow() throws Exception {
        a.call(gil::take);
        Future<Long> taken = begin(b, 5);
        time.advance(Duration.ofMillis(4));

        time.unpark(b.thread());
        time.advance(MILLI);
        time.awaitParked(b.thread(), millis(10));

        assertThat(gil.dropRequested()).isTrue();
        assertThat(taken).isNotDone();
    }

    @Test
    void drop_severalWaiters_signalsByChoice() throws Exception {
        gil = gil(WaiterChoice.LIFO);
        a.call(gil::take);
        Future<Long> first = begin(b, 5);
        Future<Long> second = begin(c, 5);

        a.call(gil::drop);
        end(second);
        assertThat(first).isNotDone();

        c.call(gil::drop);
        end(first);
    }

    @Test
    void take_byTheHolder_isRefused() throws Exception {
        a.call(gil::take);

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> a.call(gil::take))
                .withCauseInstanceOf(IllegalMonitorStateException.class);
        assertThat(a.call(gil::drop)).isZero();
    }

    @Test
    void drop_byAnother_isRefused() throws Exception {
        a.call(gil::take);

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> b.call(gil::drop))
                .withCauseInstanceOf(IllegalMonitorStateException.class);
        assertThat(a.call(gil::drop)).isZero();
    }

    @Test
    void statistics_whileHeldAndWaitedFor_includeWhatIsRunning() throws Exception {
        a.call(gil::take);
        time.advance(MILLI);
        Future<Long> taken = begin(b, 6);
        time.advance(Duration.ofMillis(2));

        assertThat(gil.statistics())
                .isEqualTo(new GilStatistics(millis(3), millis(2), 1, 1, 0, 1))
                .isEqualTo(gil.statistics());
        assertThat(taken).isNotDone();
    }

    @Test
    void statistics_afterHoldsAndPauses_haveHoldPlusIdleEqualToElapsed() throws Exception {
        long idle = 0;
        for (int i = 1; i <= 20; i++) {
            Caller caller = i % 2 == 0 ? a : b;
            caller.call(gil::take);
            time.advance(MILLI.multipliedBy(i));
            caller.call(gil::drop);
            time.advance(MILLI.multipliedBy(3));
            idle += millis(3);
        }

        GilStatistics statistics = gil.statistics();
        assertThat(statistics.holdNanos() + idle).isEqualTo(time.nanoTime());
        assertThat(statistics.takes()).isEqualTo(20);
        assertThat(statistics.switches()).isEqualTo(20);
        assertThat(statistics.waitNanos()).isZero();
    }
}
