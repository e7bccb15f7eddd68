package gilbench.service.gil;

import gilbench.scenario.SignalStealing;
import java.util.LinkedHashSet;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Waiters of which one that is still awake may take the signal of another; see {@link SignalStealing}. */
final class StealingWaiters implements WaiterList {
    private final WaiterList waiters;
    private final LinkedHashSet<Waiter> byArming = new LinkedHashSet<>();
    private final SignalStealing stealing;
    private final RandomGenerator random;

    StealingWaiters(WaiterList waiters, SignalStealing stealing, RandomGenerator random) {
        this.waiters = waiters;
        this.stealing = stealing;
        this.random = random;
    }

    @Override
    public void add(Waiter waiter) {
        waiters.add(waiter);
        byArming.add(waiter);
    }

    @Override
    public void remove(Waiter waiter) {
        waiters.remove(waiter);
        byArming.remove(waiter);
    }

    @Override
    public @Nullable Waiter poll(long now) {
        Waiter thief = thief(now);
        if (thief != null) {
            remove(thief);
            return thief;
        }
        Waiter polled = waiters.poll(now);
        byArming.remove(polled);
        return polled;
    }

    @Override
    public int size() {
        return waiters.size();
    }

    /** Of those awake the one that armed first among those that succeed. */
    private @Nullable Waiter thief(long now) {
        Waiter thief = null;
        for (Waiter waiter : byArming.reversed()) {
            if (now - waiter.armedAt() > SignalStealing.AWAKE.toNanos()) {
                break;
            }
            if (random.nextDouble() < stealing.probability()) {
                thief = waiter;
            }
        }
        return thief;
    }
}
