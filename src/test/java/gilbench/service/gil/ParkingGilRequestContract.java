package gilbench.service.gil;

import static gilbench.service.gil.Caller.end;
import static gilbench.service.gil.FakeParking.FOREVER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** When a GIL asks its holder to drop it, and what a drop under a request does, with real threads. */
abstract class ParkingGilRequestContract extends ParkedCallers {
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
}
