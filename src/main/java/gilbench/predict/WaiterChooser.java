package gilbench.predict;

import gilbench.scenario.SignalStealing;
import java.util.SplittableRandom;

/**
 * Which waiter of one GIL a release signals: the one of the waiter choice, unless whoever requested the release steals the signal.
 *
 * @param waiters at least one when asked
 */
record WaiterChooser(GilRules rules, Waiters waiters, SplittableRandom random) {
    private static final long AWAKE = SignalStealing.AWAKE.toNanos();

    /** The waiter to signal at {@code now}; {@code requester} is a waiter, or {@link VirtualGil#NOBODY}. */
    int choose(int requester, long now) {
        if (requester != VirtualGil.NOBODY && steals(requester, now)) {
            return requester;
        }
        return switch (rules.choice()) {
            case FIFO -> waiters.firstAfter(now);
            case LIFO -> waiters.lastUntil(now);
            case RANDOM -> waiters.any(random);
        };
    }

    private boolean steals(int requester, long now) {
        return !rules.stealing().equals(SignalStealing.NONE)
                && waiters.age(requester, now) <= AWAKE
                && random.nextDouble() < rules.stealing().probability(isAlone(requester, now));
    }

    private boolean isAlone(int requester, long now) {
        int last = waiters.lastUntil(now);
        int other = last == requester ? waiters.before(last) : last;
        return other == requester || waiters.age(other, now) > AWAKE;
    }
}
