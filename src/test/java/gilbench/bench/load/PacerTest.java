package gilbench.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PacerTest {
    @AfterEach
    void clearInterrupt() {
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void awaitUntil_deadlineAhead_parksOnceForTheRest() throws Exception {
        FakeWaiting waiting = new FakeWaiting(nanos -> nanos);
        new Pacer(waiting).awaitUntil(1000);

        assertThat(waiting.parks()).containsExactly(1000L);
        assertThat(waiting.now()).isEqualTo(1000);
    }

    @Test
    void awaitUntil_deadlinePassed_doesNotPark() throws Exception {
        FakeWaiting waiting = new FakeWaiting(nanos -> nanos);
        waiting.advance(1001);
        new Pacer(waiting).awaitUntil(1000);

        assertThat(waiting.parks()).isEmpty();
    }

    @Test
    void awaitUntil_wokenEarly_parksAgain() throws Exception {
        FakeWaiting waiting = new FakeWaiting(nanos -> (nanos + 1) / 2);
        new Pacer(waiting).awaitUntil(1000);

        assertThat(waiting.parks()).startsWith(1000L, 500L, 250L);
        assertThat(waiting.now()).isGreaterThanOrEqualTo(1000);
    }

    @Test
    void awaitUntil_wokenLateEachTime_doesNotAddUp() throws Exception {
        FakeWaiting waiting = new FakeWaiting(nanos -> nanos + 60);
        Pacer pacer = new Pacer(waiting);
        for (long deadline = 1000; deadline <= 1_000_000; deadline += 1000) {
            pacer.awaitUntil(deadline);
            assertThat(waiting.now() - deadline).isEqualTo(60);
        }
    }

    @Test
    void awaitUntil_interrupted_throwsAndClears() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> new Pacer(new FakeWaiting(nanos -> nanos)).awaitUntil(1000))
                .isInstanceOf(InterruptedException.class);

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> new Pacer(new FakeWaiting(nanos -> nanos)).awaitUntil(0))
                .isInstanceOf(InterruptedException.class);
    }
}
