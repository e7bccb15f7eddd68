package gilbench.service.execution;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.scenario.Outcome;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.StepKind;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class ThreadLaneTest {
    private final FakeInterpreter interpreter = new FakeInterpreter();
    private final Semaphore places = new Semaphore(2);
    private final ThreadLane lane = ThreadLane.platform(interpreter, new FakeDelays(), 1, places);

    @AfterEach
    void stop() {
        interpreter.allow(1000);
        lane.close();
    }

    private Request accepted(long nanos) {
        long now = System.nanoTime();
        Request request = new Request(
                RequestProfile.of(StepKind.PYTHON, Duration.ofNanos(nanos)),
                now,
                now + Duration.ofHours(1).toNanos());
        assertThat(lane.accept(request)).isTrue();
        return request;
    }

    @Test
    void accept_threadsBusy_carriesInOrderOfArrival_takingTheGilAfterEachReply() {
        accepted(1);
        accepted(2);
        Request last = accepted(3);
        assertThat(lane.queued()).isEqualTo(2);
        assertThat(lane.load()).isEqualTo(3);
        interpreter.allow(3);
        last.answer().join();
        assertThat(interpreter.log()).startsWith("python1", "take", "drop", "python2", "take", "drop", "python3");
        assertThat(lane.load()).isZero();
        assertThat(places.availablePermits()).isEqualTo(2);
    }

    @Test
    void withdraw_waitingRequest_givesThePlaceBackAndIsNeverBegun() {
        accepted(1);
        Request expired = accepted(2);
        assertThat(expired.expire()).isTrue();
        assertThat(lane.withdraw(expired)).isTrue();
        assertThat(places.availablePermits()).isEqualTo(2);
        Request last = accepted(3);
        interpreter.allow(2);
        assertThat(last.answer().join().outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(interpreter.log()).doesNotContain("python2");
    }

    @Test
    void withdraw_notWaiting_changesNothing() throws InterruptedException {
        Request carried = accepted(1);
        interpreter.awaitBegun();
        assertThat(lane.withdraw(carried)).isFalse();
        assertThat(places.availablePermits()).isEqualTo(2);
    }
}
