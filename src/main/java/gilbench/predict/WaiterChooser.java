package gilbench.predict;

import gilbench.scenario.SignalStealing;
import java.util.SplittableRandom;

/**
 * Which waiter of one GIL a release signals: the one of the waiter choice, unless one that is still awake steals the signal.
 *
 * @param waiters at least one when asked
 */
record WaiterChooser(GilRules rules, Waiters waiters, SplittableRandom random) {
    private static final long AWAKE = SignalStealing.AWAKE.toNanos();

    int choose(long now) {
        int thief = rules.stealing().equals(SignalStealing.NONE) ? VirtualGil.NOBODY : thief(now);
        if (thief != VirtualGil.NOBODY) {
            return thief;
        }
        return switch (rules.choice()) {
            case FIFO -> waiters.firstAfter(now);
            case LIFO -> waiters.lastUntil(now);
            case RANDOM -> waiters.any(random);
        };
    }

    /** Of the waiters that are awake the one that armed first among those that steal. */
    private int thief(long now) {
        int thief = VirtualGil.NOBODY;
        int thread = waiters.lastUntil(now);
        for (int i = 0; i < waiters.size() && waiters.age(thread, now) <= AWAKE; i++) {
            if (random.nextDouble() < rules.stealing().probability()) {
                thief = thread;
            }
            thread = waiters.before(thread);
        }
        return thief;
    }
}
