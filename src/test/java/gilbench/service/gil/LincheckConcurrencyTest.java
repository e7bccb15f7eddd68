package gilbench.service.gil;

import gilbench.scenario.WaiterChoice;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;

/**
 * Lincheck runs threads under its own scheduler and looks for an interleaving of {@link ParkingGil} in which a counter that
 * only the holder touches goes wrong (invariant 1), or in which threads wait for ever (invariants 6 and 7).
 *
 * <p>The first {@value #TIMEOUTS} windows expire as soon as they are waited for, so that drops are requested; the later ones
 * never do, so that a lost wake-up is a hang.
 */
public class LincheckConcurrencyTest {
    static final int TIMEOUTS = 3;

    private final Gil gil = new ParkingGil(
            new GilState(1000, WaiterList.of(WaiterChoice.FIFO, new SplittableRandom(1))), new FewTimeouts());
    private int counter;

    /** A voluntary release after a short hold. */
    @Operation
    public int increment() {
        gil.take();
        int seen = ++counter;
        gil.drop();
        return seen;
    }

    /** A hold with a checkpoint, which drops when another thread asked. */
    @Operation
    public int pollAndIncrement() {
        gil.take();
        gil.checkpoint();
        int seen = ++counter;
        gil.drop();
        return seen;
    }

    @Test
    void modelChecked_isMutuallyExclusiveAndNeverHangs() {
        new ModelCheckingOptions()
                .iterations(5)
                .invocationsPerIteration(300)
                .threads(3)
                .actorsPerThread(2)
                .actorsBefore(0)
                .actorsAfter(0)
                .check(LincheckConcurrencyTest.class);
    }

    /** A clock that goes on by what is waited for, {@value #TIMEOUTS} times; its parks never end for no reason. */
    private static final class FewTimeouts implements Parking {
        private final AtomicLong clock = new AtomicLong();
        private final Set<Thread> permits = ConcurrentHashMap.newKeySet();
        private final AtomicInteger left = new AtomicInteger(TIMEOUTS);

        @Override
        public long nanoTime() {
            return clock.get();
        }

        @Override
        public void park(Object blocker) {
            while (!permits.remove(Thread.currentThread())) {
                Thread.onSpinWait();
            }
        }

        @Override
        public void parkNanos(Object blocker, long nanos) {
            if (left.getAndDecrement() > 0) {
                clock.addAndGet(nanos);
            } else {
                park(blocker);
            }
        }

        @Override
        public void unpark(Thread thread) {
            permits.add(thread);
        }
    }
}
