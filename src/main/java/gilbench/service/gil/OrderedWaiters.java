package gilbench.service.gil;

import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;

/** Waiters in the order of their latest arming. */
final class OrderedWaiters implements WaiterList {
    /** Which end of the order is signalled. */
    enum End {
        FIRST,
        LAST
    }

    private final LinkedHashSet<Waiter> order = new LinkedHashSet<>();
    private final End end;

    OrderedWaiters(End end) {
        this.end = end;
    }

    @Override
    public void add(Waiter waiter) {
        order.add(waiter);
    }

    @Override
    public void remove(Waiter waiter) {
        order.remove(waiter);
    }

    @Override
    public @Nullable Waiter poll(long now, @Nullable Waiter requester) {
        if (order.isEmpty()) {
            return null;
        }
        return switch (end) {
            case FIRST -> order.removeFirst();
            case LAST -> order.removeLast();
        };
    }

    @Override
    public int size() {
        return order.size();
    }
}
