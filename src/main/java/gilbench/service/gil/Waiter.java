package gilbench.service.gil;

/**
 * The parking point of one thread at one GIL, used for a single call of take or drop.
 *
 * <p>{@code seen}, {@code armedAt}, {@code deadline}, {@code armed} and {@code position} are guarded by the GIL's mutex. {@code signalled} is set under
 * the mutex by whoever hands over, and read by the parked thread without it.
 */
final class Waiter {
    private final Thread thread;
    private long seen;
    private long armedAt;
    private long deadline;
    private boolean armed;
    private int position;
    private volatile boolean signalled;

    Waiter(Thread thread) {
        this.thread = thread;
    }

    Thread thread() {
        return thread;
    }

    /** Starts a window of {@code length} at {@code now}: no signal yet, owner changes so far {@code switches}. */
    void arm(long switches, long now, long length) {
        seen = switches;
        armedAt = now;
        deadline = now + length;
        armed = true;
        signalled = false;
    }

    /** The count of owner changes when the window began. */
    long seen() {
        return seen;
    }

    /** The beginning of the window, on the scale of {@link Parking#nanoTime}. */
    long armedAt() {
        return armedAt;
    }

    /** The end of the window, on the scale of {@link Parking#nanoTime}. */
    long deadline() {
        return deadline;
    }

    /** Ends the window without a signal. */
    void disarm() {
        armed = false;
    }

    /** Whether it may be signalled. */
    boolean isArmed() {
        return armed;
    }

    void signal() {
        armed = false;
        signalled = true;
    }

    boolean isSignalled() {
        return signalled;
    }

    /** The place in {@link RandomWaiters}. */
    int position() {
        return position;
    }

    void moveTo(int newPosition) {
        position = newPosition;
    }
}
