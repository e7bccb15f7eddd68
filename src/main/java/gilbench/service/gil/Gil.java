package gilbench.service.gil;

import gilbench.scenario.SignalStealing;
import gilbench.scenario.WaiterChoice;
import java.time.Duration;
import java.util.SplittableRandom;

/**
 * A Global Interpreter Lock: the right to run Python code of one interpreter, held by at most one thread.
 *
 * <p>Follows CPython 3.13 ({@code take_gil}, {@code drop_gil}). Not reentrant; only the holder may drop or poll.
 * Waiting is not interruptible: an interrupt stays pending on the thread.
 */
public interface Gil {
    /** A free GIL of which nobody steals signals. */
    static Gil create(Duration switchInterval, WaiterChoice choice) {
        return create(switchInterval, choice, SignalStealing.NONE);
    }

    /**
     * A free GIL.
     *
     * @param switchInterval how long a waiter waits without a change of holder before it requests a drop; above 0
     * @param choice which waiter a drop signals
     * @param stealing with which probability the waiter that requested takes the signal instead
     */
    static Gil create(Duration switchInterval, WaiterChoice choice, SignalStealing stealing) {
        WaiterList waiters = WaiterList.of(choice, stealing, new SplittableRandom());
        return new ParkingGil(new GilState(switchInterval.toNanos(), waiters), Parking.SYSTEM);
    }

    /** The GIL of a free-threaded interpreter: any number of threads hold it at once, and its counters stay zero. */
    static Gil none() {
        return NoGil.INSTANCE;
    }

    /**
     * Takes the GIL, waiting as long as another thread holds it.
     *
     * @return nanoseconds from asking until taken
     * @throws IllegalMonitorStateException when the calling thread holds it already
     */
    long take();

    /**
     * Drops the GIL. When a drop was requested, waits until another thread has taken it (forced switch).
     *
     * @return nanoseconds of the forced-switch wait; 0 when nothing was requested
     * @throws IllegalMonitorStateException when the calling thread does not hold it
     */
    long drop();

    /** Whether the holder has been asked to drop: the eval breaker. Cheap enough for every checkpoint. */
    boolean dropRequested();

    /**
     * Polls: when a drop was requested, drops, lets another thread take, and takes again.
     *
     * @return nanoseconds from the drop until taken again; 0 when nothing was requested
     */
    default long checkpoint() {
        return dropRequested() ? drop() + take() : 0;
    }

    /** Cumulative counters since creation. */
    GilStatistics statistics();
}
