package gilbench.service.execution;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The bound on requests in flight, and the way to wait for the last of them.
 *
 * <p>{@code lock} guards all fields below it. A request leaves before it is answered, so that whoever saw an answer
 * finds room; it is waited for until its answer was delivered.
 */
final class Gate {
    enum Entry {
        ADMITTED,
        FULL,
        CLOSED
    }

    private final int most;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition empty = lock.newCondition();
    private int inFlight;
    private int answering;
    private boolean closed;

    Gate(int most) {
        this.most = most;
    }

    Entry enter() {
        lock.lock();
        try {
            if (closed) {
                return Entry.CLOSED;
            }
            if (inFlight == most) {
                return Entry.FULL;
            }
            inFlight++;
            return Entry.ADMITTED;
        } finally {
            lock.unlock();
        }
    }

    /** Leaves and runs {@code answer}. */
    void leave(Runnable answer) {
        count(-1, 1);
        try {
            answer.run();
        } finally {
            count(0, -1);
        }
    }

    private void count(int moreInFlight, int moreAnswering) {
        lock.lock();
        try {
            inFlight += moreInFlight;
            answering += moreAnswering;
            if (inFlight + answering == 0) {
                empty.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    int inFlight() {
        lock.lock();
        try {
            return inFlight;
        } finally {
            lock.unlock();
        }
    }

    /** Admits nobody any more and waits until the last answer was delivered. */
    void close() {
        lock.lock();
        try {
            closed = true;
            while (inFlight + answering > 0) {
                empty.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }
}
