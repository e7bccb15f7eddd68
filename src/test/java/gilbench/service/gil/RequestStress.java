package gilbench.service.gil;

import gilbench.scenario.WaiterChoice;
import java.time.Duration;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * Invariants 1, 6 and 7: a request that races with a checkpoint, a drop and a take loses nothing and leaves nobody waiting. A
 * hang is reported as a failure of the test.
 */
@JCStressTest
@Outcome(id = "4, 0, 0", expect = Expect.ACCEPTABLE, desc = "Every hold counted, nobody waits, no request is left.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A hold was lost, or something stayed behind.")
@State
public class RequestStress {
    private final Gil gil = Gil.create(Duration.ofNanos(1), WaiterChoice.FIFO);
    private int counter;

    /** Holds long enough to be asked, polls, and counts on both sides of the poll. */
    @Actor
    public void polling() {
        gil.take();
        counter++;
        gil.checkpoint();
        counter++;
        gil.drop();
    }

    /** Takes twice; each wait requests a drop almost at once. */
    @Actor
    public void requesting() {
        for (int i = 0; i < 2; i++) {
            gil.take();
            counter++;
            gil.drop();
        }
    }

    /** What is left when both have ended. */
    @Arbiter
    public void ended(III_Result result) {
        result.r1 = counter;
        result.r2 = gil.statistics().waiters();
        result.r3 = gil.dropRequested() ? 1 : 0;
    }
}
