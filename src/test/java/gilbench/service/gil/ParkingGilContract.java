package gilbench.service.gil;

import static gilbench.service.gil.Caller.end;
import static gilbench.service.gil.FakeParking.FOREVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gilbench.scenario.WaiterChoice;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a GIL does with real threads while a test sets the clock; the interval is 5 ms. */
abstract class ParkingGilContract {
    private static final Duration INTERVAL = Duration.ofMillis(5);
    private static final Duration MILLI = Duration.ofMillis(1);

    private final FakeParking time = new FakeParking();
    private Gil gil = gil(WaiterChoice.FIFO);
    private Caller a;
    private Caller b;
    private Caller c;

    /** Starts the threads that call the GIL. */
    abstract ThreadFactory threads();

    @BeforeEach
    void startCallers() throws InterruptedException, ExecutionException {
        a = new Caller(threads());
        b = new Caller(threads());
        c = new Caller(threads());
    }

    @AfterEach
    void stopCallers() {
        a.close();
        b.close();
        c.close();
    }

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
    void take_heldByAnother_requestsADropAfterAWholeWindowOnly() throws Exception {
        a.call(gil::take);
        Future<Long> taken = begin(b, 5);

        time.advance(INTERVAL.minusNanos(1));
        assertThat(gil.dropRequested()).as("invariant 3").isFalse();

        time.advance(Duration.ofNanos(1));
        time.awaitParked(b.thread(), millis(10));
        assertThat(gil.dropRequested()).as("invariant 4").isTrue();
        assertThat(taken).isNotDone();
    }

    @Test
    void checkpoint_requested_handsOverAndTakesAgain() throws Exception {
        a.call(gil::take);
        Future<Long> taken = begin(b, 5);
        time.advance(INTERVAL);
        time.awaitParked(b.thread(), millis(10));

        Future<Long> polled = a.begin(gil::checkpoint);

        assertThat(end(taken)).isEqualTo(INTERVAL.toNanos());
        time.awaitParked(a.thread(), millis(10));
        time.advance(MILLI);
        b.call(gil::drop);
        assertThat(end(polled)).isEqualTo(MILLI.toNanos());
        assertThat(gil.statistics().forcedSwitches()).isEqualTo(1);
    }

    @Test
    void checkpoint_notRequested_keepsTheGil() throws Exception {
        a.call(gil::take);

        assertThat(a.call(gil::checkpoint)).isZero();
        assertThat(gil.statistics().takes()).isEqualTo(1);
    }

    @Test
    void drop_voluntaryUnderRequest_returnsOnlyAfterAnotherHasTaken() throws Exception {
        a.call(gil::take);
        Future<Long> taken = begin(b, 5);
        time.advance(INTERVAL);
        time.awaitParked(b.thread(), millis(10));
        time.slowDown(b.thread());

        Future<Long> dropped = a.begin(gil::drop);
        time.awaitParked(a.thread(), FOREVER);
        time.advance(MILLI);
        assertThat(dropped).as("invariant 5").isNotDone();
        time.speedUp(b.thread());

        end(taken);
        assertThat(end(dropped)).isEqualTo(MILLI.toNanos());
    }

    @Test
    void drop_voluntaryUnderRequestWokenForNoReason_waitsOn() throws Exception {
        a.call(gil::take);
        Future<Long> taken = begin(b, 5);
        time.advance(INTERVAL);
        time.awaitParked(b.thread(), millis(10));
        time.slowDown(b.thread());
        Future<Long> dropped = a.begin(gil::drop);
        time.awaitParked(a.thread(), FOREVER);

        time.unpark(a.thread());
        time.awaitParked(a.thread(), FOREVER);
        assertThat(dropped).as("invariant 5").isNotDone();

        time.speedUp(b.thread());
        end(taken);
        end(dropped);
    }

    @Test
    void take_justDroppedBeforeTheSignalledWaiterRuns_bargesAndLeavesTheSwitchCount() throws Exception {
        a.call(gil::take);
        Future<Long> taken = begin(b, 5);
        time.slowDown(b.thread());
        a.call(gil::drop);

        assertThat(a.call(gil::take)).isZero();

        assertThat(gil.statistics().switches()).as("invariant 2").isEqualTo(1);
        time.advance(MILLI);
        time.speedUp(b.thread());
        time.awaitParked(b.thread(), millis(6));
        time.advance(INTERVAL.minusNanos(1));
        assertThat(gil.dropRequested()).as("a woken waiter arms a full window").isFalse();
        time.advance(Duration.ofNanos(1));
        time.awaitParked(b.thread(), millis(11));
        assertThat(gil.dropRequested()).isTrue();
        a.call(gil::drop);
        end(taken);
    }

    @Test
    void window_withASwitchInIt_requestsNothingAndArmsAnew() throws Exception {
        a.call(gil::take);
        Future<Long> takenByB = begin(b, 5);
        Future<Long> takenByC = begin(c, 5);
        time.advance(Duration.ofMillis(3));
        a.call(gil::drop);
        assertThat(end(takenByB)).isEqualTo(millis(3));

        time.advance(Duration.ofMillis(2));
        time.awaitParked(c.thread(), millis(10));
        assertThat(gil.dropRequested()).as("invariant 3").isFalse();

        time.advance(INTERVAL);
        time.awaitParked(c.thread(), millis(15));
        assertThat(gil.dropRequested()).as("invariant 4").isTrue();
        b.call(gil::drop);
        end(takenByC);
    }

    @Test
    void holderThatNeverPolls_isRequestedButKeepsTheGilUntilItDrops() throws Exception {
        a.call(gil::take);
        Future<Long> taken = begin(b, 5);
        for (int window = 1; window <= 60; window++) {
            time.advance(INTERVAL);
            time.awaitParked(b.thread(), millis(5 * window + 5));
        }

        assertThat(gil.dropRequested()).isTrue();
        assertThat(taken).as("invariant 1").isNotDone();
        a.call(gil::drop);
        assertThat(end(taken)).isEqualTo(Duration.ofMillis(300).toNanos());
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

    /** Lets {@code caller} ask for the GIL and waits until it is parked for a window that ends at {@code millis}. */
    private Future<Long> begin(Caller caller, long millis) throws InterruptedException {
        Future<Long> take = caller.begin(gil::take);
        time.awaitParked(caller.thread(), millis(millis));
        return take;
    }

    private Gil gil(WaiterChoice choice) {
        WaiterList waiters = WaiterList.of(choice, new SplittableRandom(1));
        return new ParkingGil(new GilState(INTERVAL.toNanos(), waiters), time);
    }

    private static long millis(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
