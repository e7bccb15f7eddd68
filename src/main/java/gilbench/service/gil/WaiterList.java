package gilbench.service.gil;

import gilbench.scenario.SignalStealing;
import gilbench.scenario.WaiterChoice;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The waiters armed at one GIL and the rule by which a drop chooses among them. Every operation takes constant time. */
interface WaiterList {
    /** Adds {@code waiter} as the one that armed last. */
    void add(Waiter waiter);

    /** Removes {@code waiter}, which is in the list. */
    void remove(Waiter waiter);

    /**
     * Removes the waiter that a drop at {@code now} chooses; null when nobody is armed.
     *
     * @param requester who requested the drop; null when nobody did
     */
    @Nullable
    Waiter poll(long now, @Nullable Waiter requester);

    int size();

    /** An empty list that chooses by {@code choice}, drawing from {@code random} where it needs chance. */
    static WaiterList of(WaiterChoice choice, RandomGenerator random) {
        return switch (choice) {
            case FIFO -> new OrderedWaiters(OrderedWaiters.End.FIRST);
            case LIFO -> new OrderedWaiters(OrderedWaiters.End.LAST);
            case RANDOM -> new RandomWaiters(random);
        };
    }

    /** As {@link #of(WaiterChoice, RandomGenerator)}, but whoever requested the drop may steal. */
    static WaiterList of(WaiterChoice choice, SignalStealing stealing, RandomGenerator random) {
        WaiterList waiters = of(choice, random);
        return stealing.equals(SignalStealing.NONE) ? waiters : new StealingWaiters(waiters, stealing, random);
    }
}
