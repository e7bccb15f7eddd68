package gilbench.bench.load;

/**
 * Holds the calling thread until a deadline: it parks, and parks again for what is left when it was woken early, so that
 * an error of one wait never adds to the next. It does not spin: Linux wakes a parked thread some 50 µs late (its default
 * timer slack), a twentieth of the bound on send lag, and spinning that long before each of 1,000 requests per second
 * would take 5 % of a core from the service that shares the machine.
 */
final class Pacer {
    private final Waiting waiting;

    Pacer(Waiting waiting) {
        this.waiting = waiting;
    }

    /**
     * Returns at once when {@code deadline} has passed, else not before it.
     *
     * @param deadline on the clock of {@code waiting}
     */
    void awaitUntil(long deadline) throws InterruptedException {
        for (long left = deadline - waiting.now(); left > 0; left = deadline - waiting.now()) {
            interruptible();
            waiting.park(left);
        }
        interruptible();
    }

    private static void interruptible() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted while pacing");
        }
    }
}
