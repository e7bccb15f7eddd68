package gilbench.service.interpreter;

import gilbench.scenario.TimeBudget;

/**
 * The parts of one request's wall time while it is being carried out, in nanoseconds.
 *
 * <p>Confined to the thread that carries the request; handing it to another thread needs a happens-before edge.
 */
public final class Ledger {
    private long queue;
    private long gilWait;
    private long python;
    private long nativeTime;
    private long io;

    /** Adds waiting for a thread, a worker or the loop. */
    public void queue(long nanos) {
        queue += nanos;
    }

    /** Adds waiting for the GIL. */
    public void gilWait(long nanos) {
        gilWait += nanos;
    }

    /** Adds running with the GIL. */
    public void python(long nanos) {
        python += nanos;
    }

    /** Adds running without the GIL. */
    public void nativeTime(long nanos) {
        nativeTime += nanos;
    }

    /** Adds waiting on the delay service. */
    public void io(long nanos) {
        io += nanos;
    }

    /** The budget of a request that took {@code total} nanoseconds. */
    public TimeBudget budget(long total) {
        return TimeBudget.within(total, queue, gilWait, python, nativeTime, io);
    }
}
