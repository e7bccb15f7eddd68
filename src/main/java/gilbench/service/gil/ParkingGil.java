package gilbench.service.gil;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A GIL whose waiting threads are parked one by one.
 *
 * <p>Who protects what: {@code mutex} guards the state and the stopwatches and is held for a few instructions, never
 * while parked or unparking. A waiter's {@code signalled} flag is set under the mutex and read without it by its thread.
 * The drop request is written under the mutex and read without it at checkpoints, so that a checkpoint may see it late.
 *
 * <p>Who signals whom: a drop unparks one armed waiter; a take unparks the forced releaser. A request unparks nobody: the
 * holder finds it at its next checkpoint or drop. A signalled waiter that finds the GIL taken arms anew.
 *
 * <p>Parks may end early. A waiter goes on parking until signalled or until its window has passed; a forced releaser until
 * another thread has taken the GIL. Interrupts are put aside while waiting and restored afterwards.
 */
final class ParkingGil implements Gil {
    private final ReentrantLock mutex = new ReentrantLock();
    private final GilState state;
    private final Parking parking;
    private final Stopwatch holding = new Stopwatch();
    private final Stopwatch waiting = new Stopwatch();
    private final Stopwatch switching = new Stopwatch();

    ParkingGil(GilState state, Parking parking) {
        this.state = state;
        this.parking = parking;
    }

    @Override
    public long take() {
        Thread me = Thread.currentThread();
        return tryTake(me) ? 0 : takeWaiting(me);
    }

    @Override
    public long drop() {
        Thread me = Thread.currentThread();
        unpark(release(me));
        return state.isDropRequested() ? awaitSwitch(new Waiter(me)) : 0;
    }

    @Override
    public boolean dropRequested() {
        return state.isDropRequested();
    }

    @Override
    public GilStatistics statistics() {
        mutex.lock();
        try {
            long now = parking.nanoTime();
            return new GilStatistics(
                    holding.total(now),
                    waiting.total(now) + switching.total(now),
                    state.takes(),
                    state.switches(),
                    state.forcedSwitches(),
                    waiting.running());
        } finally {
            mutex.unlock();
        }
    }

    private boolean tryTake(Thread me) {
        if (!mutex.tryLock()) {
            return false;
        }
        @Nullable Waiter resumed;
        try {
            if (!state.isFree()) {
                return false;
            }
            resumed = state.acquire(me);
            holding.start(parking.nanoTime());
        } finally {
            mutex.unlock();
        }
        unpark(resumed);
        return true;
    }

    private long takeWaiting(Thread me) {
        Waiter waiter = new Waiter(me);
        long asked = parking.nanoTime();
        long taken;
        boolean interrupted = false;
        @Nullable Waiter resumed;
        mutex.lock();
        try {
            checkNotHeldBy(me);
            waiting.start(asked);
            while (!state.isFree()) {
                interrupted |= awaitWindow(waiter);
            }
            taken = parking.nanoTime();
            resumed = state.acquire(me);
            waiting.stop(taken);
            holding.start(taken);
        } finally {
            mutex.unlock();
        }
        unpark(resumed);
        restore(interrupted);
        return taken - asked;
    }

    /** One timed wait: arms, parks without the mutex, and expires unless signalled. Returns whether interrupted. */
    private boolean awaitWindow(Waiter waiter) {
        state.arm(waiter, parking.nanoTime());
        mutex.unlock();
        boolean interrupted;
        try {
            interrupted = parkForWindow(waiter);
        } finally {
            mutex.lock();
        }
        if (!waiter.isSignalled()) {
            state.expire(waiter);
        }
        return interrupted;
    }

    private @Nullable Waiter release(Thread me) {
        mutex.lock();
        try {
            long now = parking.nanoTime();
            Waiter next = state.release(me, now);
            holding.stop(now);
            return next;
        } finally {
            mutex.unlock();
        }
    }

    private long awaitSwitch(Waiter releaser) {
        long began = parking.nanoTime();
        mutex.lock();
        try {
            if (!state.awaitSwitch(releaser)) {
                return 0;
            }
            switching.start(began);
        } finally {
            mutex.unlock();
        }
        boolean interrupted = false;
        while (!releaser.isSignalled()) {
            parking.park(this);
            interrupted |= Thread.interrupted();
        }
        restore(interrupted);
        return endSwitch(began);
    }

    private long endSwitch(long began) {
        mutex.lock();
        try {
            long ended = parking.nanoTime();
            switching.stop(ended);
            return ended - began;
        } finally {
            mutex.unlock();
        }
    }

    private boolean parkForWindow(Waiter waiter) {
        boolean interrupted = false;
        while (!waiter.isSignalled()) {
            long left = waiter.deadline() - parking.nanoTime();
            if (left <= 0) {
                break;
            }
            parking.parkNanos(this, left);
            interrupted |= Thread.interrupted();
        }
        return interrupted;
    }

    private void checkNotHeldBy(Thread me) {
        if (state.isOwnedBy(me)) {
            throw new IllegalMonitorStateException(me + " takes a GIL that it holds");
        }
    }

    private void unpark(@Nullable Waiter waiter) {
        if (waiter != null) {
            parking.unpark(waiter.thread());
        }
    }

    private static void restore(boolean interrupted) {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
