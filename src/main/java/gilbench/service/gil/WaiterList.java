package gilbench.service.gil;

import gilbench.scenario.RequesterBias;
import gilbench.scenario.WaiterChoice;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The waiters armed at one GIL and the rule by which a drop chooses among them. Every operation takes constant time. */
interface WaiterList {
    /** Adds {@code waiter} as the one that armed last. */
    void add(Waiter waiter);

    /** Removes {@code waiter}, which is in the list. */
    void remove(Waiter waiter);

    /** Removes the chosen waiter; null when nobody is armed. */
    @Nullable
    Waiter poll();

    /** Removes the chosen waiter, as a drop that {@code requester} asked for chooses it; null when nobody is armed. */
    default @Nullable Waiter pollFor(Waiter requester) {
        return poll();
    }

    int size();

    /** An empty list that chooses by {@code choice}, drawing from {@code random} where it needs chance. */
    static WaiterList of(WaiterChoice choice, RandomGenerator random) {
        return switch (choice) {
            case FIFO -> new OrderedWaiters(OrderedWaiters.End.FIRST);
            case LIFO -> new OrderedWaiters(OrderedWaiters.End.LAST);
            case RANDOM -> new RandomWaiters(random);
        };
    }

    /** As {@link #of(WaiterChoice, RandomGenerator)}, but a requester is favoured with {@code bias}. */
    static WaiterList of(WaiterChoice choice, RequesterBias bias, RandomGenerator random) {
        WaiterList waiters = of(choice, random);
        return bias.equals(RequesterBias.NONE) ? waiters : new BiasedWaiters(waiters, bias, random);
    }
}
