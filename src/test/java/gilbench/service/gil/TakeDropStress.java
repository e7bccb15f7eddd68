package gilbench.service.gil;

import gilbench.scenario.WaiterChoice;
import java.time.Duration;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Invariant 1: two threads never hold together, and what one wrote under the GIL the next one sees. */
@JCStressTest
@Outcome(
        id = {"1, 2", "2, 1"},
        expect = Expect.ACCEPTABLE,
        desc = "One after the other.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Together, or one did not see what the other wrote.")
@State
public class TakeDropStress {
    private final Gil gil = Gil.create(Duration.ofNanos(1000), WaiterChoice.RANDOM);
    private int counter;

    /** Takes, counts and drops. */
    @Actor
    public void first(II_Result result) {
        result.r1 = increment();
    }

    /** The same. */
    @Actor
    public void second(II_Result result) {
        result.r2 = increment();
    }

    private int increment() {
        gil.take();
        int seen = ++counter;
        gil.drop();
        return seen;
    }
}
