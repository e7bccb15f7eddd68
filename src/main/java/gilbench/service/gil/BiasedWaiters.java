package gilbench.service.gil;

import gilbench.scenario.RequesterBias;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Waiters of which the one that requested a drop may take the signal of another.
 *
 * <p>After {@code pthread_cond_signal} of glibc any thread that is about to wait on the condition may consume the signal; the
 * requester is about to, since its window has just ended. The probabilities are observations.
 */
final class BiasedWaiters implements WaiterList {
    private final WaiterList waiters;
    private final RequesterBias bias;
    private final RandomGenerator random;

    BiasedWaiters(WaiterList waiters, RequesterBias bias, RandomGenerator random) {
        this.waiters = waiters;
        this.bias = bias;
        this.random = random;
    }

    @Override
    public void add(Waiter waiter) {
        waiters.add(waiter);
    }

    @Override
    public void remove(Waiter waiter) {
        waiters.remove(waiter);
    }

    @Override
    public @Nullable Waiter poll() {
        return waiters.poll();
    }

    @Override
    public @Nullable Waiter pollFor(Waiter requester) {
        if (!requester.isArmed() || random.nextDouble() >= bias.among(waiters.size())) {
            return waiters.poll();
        }
        waiters.remove(requester);
        return requester;
    }

    @Override
    public int size() {
        return waiters.size();
    }
}
