package gilbench.scenario;

import java.time.Duration;

/**
 * With which probability a waiter that requested a drop takes the signal that was meant for another.
 *
 * <p>Having requested, a thread begins another window and is the last in line. Until it sleeps in it, it may consume the signal that
 * the holder sends by {@code pthread_cond_signal} of glibc, and whom the signal wakes goes back to sleep. It can do so only on another
 * core than the holder's: when a second waiter has just been awake too, each is on the holder's core in half of the cases.
 *
 * @param probability where nobody else is awake; 0 to 1
 */
public record SignalStealing(double probability) {
    /** Nobody steals. */
    public static final SignalStealing NONE = new SignalStealing(0);

    /** For how long a waiter that arms is awake: the timer slack of 50 us, within which one interrupt may end two windows, and a wake-up. */
    public static final Duration AWAKE = Duration.ofNanos(60_000);

    private static final double SHARE_BESIDE_ANOTHER = 0.5;

    /** Checks the bounds. */
    public SignalStealing {
        Checks.share("signal-stealing", probability);
    }

    /** The probability of a requester that is the only waiter awake, or is not. */
    public double probability(boolean alone) {
        return alone ? probability : SHARE_BESIDE_ANOTHER * probability;
    }
}
