package gilbench.service.gil;

import gilbench.scenario.SignalStealing;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Waiters of which the one that requested the drop may take the signal of another; see {@link SignalStealing}. */
final class StealingWaiters implements WaiterList {
    private static final long AWAKE = SignalStealing.AWAKE.toNanos();

    private final WaiterList waiters;
    private final SignalStealing stealing;
    private final RandomGenerator random;
    private @Nullable Waiter latest;
    private @Nullable Waiter beforeLatest;

    StealingWaiters(WaiterList waiters, SignalStealing stealing, RandomGenerator random) {
        this.waiters = waiters;
        this.stealing = stealing;
        this.random = random;
    }

    @Override
    public void add(Waiter waiter) {
        waiters.add(waiter);
        if (waiter != latest) {
            beforeLatest = latest;
            latest = waiter;
        }
    }

    @Override
    public void remove(Waiter waiter) {
        waiters.remove(waiter);
    }

    @Override
    public @Nullable Waiter poll(long now, @Nullable Waiter requester) {
        if (requester != null && isAwake(requester, now) && steals(requester, now)) {
            waiters.remove(requester);
            return requester;
        }
        return waiters.poll(now, requester);
    }

    @Override
    public int size() {
        return waiters.size();
    }

    private boolean steals(Waiter requester, long now) {
        Waiter other = requester == latest ? beforeLatest : latest;
        boolean alone = other == null || !isAwake(other, now);
        return random.nextDouble() < stealing.probability(alone);
    }

    private static boolean isAwake(Waiter waiter, long now) {
        return waiter.isArmed() && now - waiter.armedAt() <= AWAKE;
    }
}
