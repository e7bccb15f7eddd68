package gilbench.service.gil;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Waiters without order: each is chosen with equal probability. */
final class RandomWaiters implements WaiterList {
    private final List<Waiter> waiters = new ArrayList<>();
    private final RandomGenerator random;

    RandomWaiters(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public void add(Waiter waiter) {
        waiter.moveTo(waiters.size());
        waiters.add(waiter);
    }

    @Override
    public void remove(Waiter waiter) {
        removeAt(waiter.position());
    }

    @Override
    public @Nullable Waiter poll(long now, @Nullable Waiter requester) {
        return waiters.isEmpty() ? null : removeAt(random.nextInt(waiters.size()));
    }

    @Override
    public int size() {
        return waiters.size();
    }

    private Waiter removeAt(int position) {
        Waiter removed = waiters.get(position);
        Waiter last = waiters.removeLast();
        if (last != removed) {
            waiters.set(position, last);
            last.moveTo(position);
        }
        return removed;
    }
}
