package gilbench.service.execution;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.scenario.Outcome;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.Step;
import gilbench.scenario.StepKind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class LoopLaneTest {
    private static final Step IO = new Step(StepKind.IO, Duration.ZERO);

    private final FakeInterpreter interpreter = new FakeInterpreter();
    private final Semaphore places = new Semaphore(2);
    private final LoopLane lane = LoopLane.start(interpreter, new FakeDelays(), places);

    @AfterEach
    void stop() {
        interpreter.allow(1000);
        lane.close();
    }

    private static Step python(long nanos) {
        return new Step(StepKind.PYTHON, Duration.ofNanos(nanos));
    }

    private static Request request(Step... steps) {
        long now = System.nanoTime();
        return new Request(
                new RequestProfile(List.of(steps)),
                now,
                now + Duration.ofHours(1).toNanos());
    }

    private Request accepted(Step... steps) {
        Request request = request(steps);
        assertThat(lane.accept(request)).isTrue();
        return request;
    }

    @Test
    void loop_tasksReadyTogether_runInOneTickUnderOneTake() throws InterruptedException {
        accepted(python(1));
        interpreter.awaitBegun();
        accepted(python(2));
        Request last = accepted(python(3));
        interpreter.allow(3);
        last.answer().join();
        assertThat(interpreter.log()).startsWith("take", "python1", "drop", "take", "python2", "python3");
    }

    @Test
    void loop_taskMadeReadyDuringATick_waitsForTheNextTick() throws InterruptedException {
        accepted(python(1));
        interpreter.awaitBegun();
        Request waiting = accepted(python(2), IO, python(3));
        accepted(python(4));
        interpreter.allow(4);
        waiting.answer().join();
        assertThat(interpreter.log())
                .startsWith("take", "python1", "drop", "take", "python2", "python4", "drop", "take", "python3");
    }

    @Test
    void accept_resumptionsInTheWay_countNoPlace() throws InterruptedException {
        Request first = accepted(python(1), IO, python(2));
        interpreter.awaitBegun();
        accepted(python(3));
        accepted(python(4));
        assertThat(places.availablePermits()).isZero();
        assertThat(lane.accept(request(python(5)))).isFalse();
        interpreter.allow(4);
        first.answer().join();
        assertThat(places.availablePermits()).isEqualTo(2);
    }

    @Test
    void withdraw_waitingRequest_givesThePlaceBackAndIsNeverBegun() throws InterruptedException {
        accepted(python(1));
        interpreter.awaitBegun();
        Request expired = accepted(python(2));
        assertThat(expired.expire()).isTrue();
        assertThat(lane.withdraw(expired)).isTrue();
        assertThat(places.availablePermits()).isEqualTo(2);
        Request last = accepted(python(3));
        interpreter.allow(2);
        assertThat(last.answer().join().outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(interpreter.log()).doesNotContain("python2");
        assertThat(lane.load()).isZero();
    }

    @Test
    void loop_io_isBookedAsIoAndResumptionAsQueue() {
        interpreter.allow(2);
        Answer answer = accepted(python(1), IO, python(2)).answer().join();
        assertThat(answer.budget().io()).isPositive();
        assertThat(answer.budget().queue()).isPositive();
    }
}
