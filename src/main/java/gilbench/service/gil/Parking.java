package gilbench.service.gil;

import java.util.concurrent.locks.LockSupport;

/** Time and the suspension of threads, as a GIL needs them. Every park may return early for no reason. */
interface Parking {
    /** The clock and the threads of this JVM, platform and virtual. */
    Parking SYSTEM = new Parking() {
        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void park(Object blocker) {
            LockSupport.park(blocker);
        }

        @Override
        public void parkNanos(Object blocker, long nanos) {
            LockSupport.parkNanos(blocker, nanos);
        }

        @Override
        public void unpark(Thread thread) {
            LockSupport.unpark(thread);
        }
    };

    /** As {@link System#nanoTime}. */
    long nanoTime();

    /** Suspends the calling thread until unparked or interrupted. */
    void park(Object blocker);

    /** Suspends the calling thread until unparked, interrupted, or {@code nanos} have passed. */
    void parkNanos(Object blocker, long nanos);

    /** Lets {@code thread} go on, now or at its next park. */
    void unpark(Thread thread);
}
