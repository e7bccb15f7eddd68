package gilbench.bench.load;

import java.util.concurrent.locks.LockSupport;

/** A monotonic clock and the way to wait on it; a parameter, so that tests need no real time. */
interface Waiting {
    /** Nanoseconds since the moment that this clock begins with. */
    long now();

    /** Waits about {@code nanos}, perhaps shorter, perhaps longer. */
    void park(long nanos);

    /** The clock of this virtual machine, beginning now. */
    static Waiting real() {
        long origin = System.nanoTime();
        return new Waiting() {
            @Override
            public long now() {
                return System.nanoTime() - origin;
            }

            @Override
            public void park(long nanos) {
                LockSupport.parkNanos(this, nanos);
            }
        };
    }
}
