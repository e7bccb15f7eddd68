package gilbench.service.gil;

import org.jspecify.annotations.Nullable;

/**
 * The state of one GIL and its transitions, without threads and without a clock: CPython 3.13's {@code take_gil} and
 * {@code drop_gil} cut at the points where they wait.
 *
 * <p>A thread that wants the GIL acquires it when it is free, else arms a window of one switch interval. When the window
 * ends without a signal it expires: if no owner changed meanwhile, a drop is requested of the owner. Signalled or
 * expired, it tries again and arms a full new window when that fails. A release is two steps, between which others may
 * act: {@link #release} frees the GIL and chooses whom to signal; {@link #awaitSwitch} then makes the releaser wait when
 * it had been asked to drop and nobody has taken since.
 *
 * <p>Whom a release signals is the list's choice, which is told who requested it.
 *
 * <p>CPython sets the request in the thread state of the last holder and clears it when that thread acquires or waits
 * for the switch. A request is only ever made of the owner, and a request left on a former owner has no effect, so one
 * flag that every acquisition clears behaves the same.
 *
 * <p>Invariants, numbered as the tests name them:
 *
 * <ol>
 *   <li>Mutual exclusion: at most one owner; the owner is the last holder.
 *   <li>Counter: {@code switches} grows by one exactly when the acquirer is not the last holder; a thread that drops and
 *       takes again leaves it, and the windows of others run on.
 *   <li>Request soundness: a drop is requested only of an owner, after a whole window without a change of owner.
 *   <li>Request completeness: while one thread keeps the GIL, it is requested within two windows of the last switch.
 *   <li>Forced hand-off: after a release with a request pending, voluntary ones too, the next acquirer is another thread.
 *   <li>No lost wake-up: a free GIL with armed waiters has a signalled thread or one about to try; a lost signal costs one
 *       window at most.
 *   <li>At most one releaser awaits a switch, and the next acquisition ends its wait.
 * </ol>
 *
 * <p>Not promised: order among waiters, fairness, or a bound on waiting. Whoever comes while it is free takes it.
 *
 * <p>Every method needs the mutex of its GIL, except {@link #isDropRequested}.
 */
final class GilState {
    private final long interval;
    private final WaiterList armed;
    private @Nullable Thread owner;
    private @Nullable Thread last;
    private @Nullable Waiter forcedReleaser;
    private volatile @Nullable Waiter requester;
    private long takes;
    private long switches;
    private long forcedSwitches;

    /** A free GIL whose windows last {@code interval} nanoseconds. */
    GilState(long interval, WaiterList armed) {
        this.interval = interval;
        this.armed = armed;
    }

    boolean isFree() {
        return owner == null;
    }

    boolean isOwnedBy(Thread thread) {
        return thread.equals(owner);
    }

    boolean isDropRequested() {
        return requester != null;
    }

    /** Begins a full window of {@code waiter} at {@code now}. */
    void arm(Waiter waiter, long now) {
        waiter.arm(switches, now, interval);
        armed.add(waiter);
    }

    /** Ends the window of {@code waiter}, which was not signalled; requests a drop when no switch happened in it. */
    void expire(Waiter waiter) {
        armed.remove(waiter);
        waiter.disarm();
        if (owner != null && waiter.seen() == switches) {
            requester = waiter;
        }
    }

    /**
     * Gives the free GIL to {@code thread}.
     *
     * @return the forced releaser whose wait this ends, to be unparked
     */
    @Nullable
    Waiter acquire(Thread thread) {
        if (owner != null) {
            throw new IllegalStateException(thread + " acquires a GIL held by " + owner);
        }
        owner = thread;
        takes++;
        if (!thread.equals(last)) {
            last = thread;
            switches++;
        }
        clearRequest();
        return endForcedWait();
    }

    /**
     * First step of a release by {@code thread} at {@code now}.
     *
     * @return the waiter that is signalled, to be unparked
     * @throws IllegalMonitorStateException when {@code thread} is not the owner
     */
    @Nullable
    Waiter release(Thread thread, long now) {
        if (!thread.equals(owner)) {
            throw new IllegalMonitorStateException(thread + " drops a GIL that it does not hold");
        }
        owner = null;
        if (isDropRequested()) {
            forcedSwitches++;
        }
        Waiter next = armed.poll(now, requester);
        if (next != null) {
            next.signal();
        }
        return next;
    }

    /**
     * Second step of a release: {@code releaser} awaits the next acquisition when it had been asked to drop.
     *
     * @return whether it must wait until signalled
     */
    boolean awaitSwitch(Waiter releaser) {
        if (!isDropRequested() || !releaser.thread().equals(last)) {
            return false;
        }
        clearRequest();
        forcedReleaser = releaser;
        return true;
    }

    long takes() {
        return takes;
    }

    long switches() {
        return switches;
    }

    long forcedSwitches() {
        return forcedSwitches;
    }

    private void clearRequest() {
        if (requester != null) {
            requester = null;
        }
    }

    private @Nullable Waiter endForcedWait() {
        Waiter resumed = forcedReleaser;
        forcedReleaser = null;
        if (resumed != null) {
            resumed.signal();
        }
        return resumed;
    }
}
