package gilbench.service.gil;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A clock that a test sets forward, and threads parked by it. A thread made slow sees its unparks only when told. */
final class FakeParking implements Parking {
    /** The end of a park without a time limit. */
    static final long FOREVER = Long.MAX_VALUE;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<Thread, Long> parked = new HashMap<>();
    private final Set<Thread> permits = new HashSet<>();
    private final Set<Thread> slow = new HashSet<>();
    private final Set<Thread> late = new HashSet<>();
    private long now;

    @Override
    public synchronized long nanoTime() {
        return now;
    }

    @Override
    public void park(Object blocker) {
        suspendUntil(FOREVER);
    }

    @Override
    public void parkNanos(Object blocker, long nanos) {
        suspendUntil(nanoTime() + nanos);
    }

    @Override
    public synchronized void unpark(Thread thread) {
        (slow.contains(thread) ? late : permits).add(thread);
        notifyAll();
    }

    /** Lets {@code time} pass. */
    synchronized void advance(Duration time) {
        now += time.toNanos();
        notifyAll();
    }

    /** Keeps back unparks of {@code thread} from now on. */
    synchronized void slowDown(Thread thread) {
        slow.add(thread);
    }

    /** Delivers unparks of {@code thread} again, those kept back included. */
    synchronized void speedUp(Thread thread) {
        slow.remove(thread);
        if (late.remove(thread)) {
            unpark(thread);
        }
    }

    /** Waits until {@code thread} is parked with the end of its park at {@code until}. */
    synchronized void awaitParked(Thread thread, long until) throws InterruptedException {
        long patienceEnd = System.nanoTime() + PATIENCE.toNanos();
        while (parked.getOrDefault(thread, -1L) != until) {
            assertThat(System.nanoTime())
                    .as("%s parks until %s; parked now: %s", thread, until, parked)
                    .isLessThan(patienceEnd);
            wait(100);
        }
    }

    private synchronized void suspendUntil(long until) {
        Thread me = Thread.currentThread();
        parked.put(me, until);
        notifyAll();
        try {
            while (!permits.contains(me) && now < until) {
                wait();
            }
        } catch (InterruptedException e) {
            me.interrupt();
        } finally {
            permits.remove(me);
            parked.remove(me);
            notifyAll();
        }
    }
}
