package gilbench.scenario;

import java.time.Duration;

/**
 * With which probability a waiter that has only just armed takes a signal that was meant for another.
 *
 * <p>A thread whose window has ended is awake until it sleeps in the next one. Meanwhile it may consume the signal that
 * {@code pthread_cond_signal} of glibc sends, and whom the signal wakes goes back to sleep. Whoever requested the drop is awake at
 * that moment; so is a thread whose window ended shortly before.
 *
 * @param probability for each waiter that is awake, those that armed earlier first; 0 to 1
 */
public record SignalStealing(double probability) {
    /** Nobody steals. */
    public static final SignalStealing NONE = new SignalStealing(0);

    /** For how long a waiter that arms is awake: observed with CPython on Linux, close to the timer slack of 50 us. */
    public static final Duration AWAKE = Duration.ofNanos(60_000);

    /** Checks the bounds. */
    public SignalStealing {
        Checks.share("signal-stealing", probability);
    }
}
