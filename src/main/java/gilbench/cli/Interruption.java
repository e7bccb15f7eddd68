package gilbench.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Turns Ctrl-C and SIGTERM into an interrupt of one thread, and holds the process until that thread has put away what it
 * has; then the process ends with {@link ExitCode#INTERRUPTED}.
 */
final class Interruption implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Thread worker;
    private final Thread hook = new Thread(this::interrupt, "interruption");
    private final AtomicBoolean requested = new AtomicBoolean();
    private final CountDownLatch putAway = new CountDownLatch(1);

    private Interruption(Thread worker) {
        this.worker = worker;
    }

    /** Watches over the calling thread until closed. */
    static Interruption ofThisThread() {
        Interruption interruption = new Interruption(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Whether the end was asked for. */
    boolean requested() {
        return requested.get();
    }

    /** Puts the interrupt aside, so that the watched thread can put away what it has; {@link #requested} still tells of it. */
    void putAside() {
        if (requested()) {
            Thread.interrupted();
        }
    }

    @Override
    public void close() {
        putAway.countDown();
        if (!requested()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                requested.set(true);
            }
        }
    }

    private void interrupt() {
        requested.set(true);
        worker.interrupt();
        try {
            if (!putAway.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                System.err.println("gilbench: gave up waiting for the run to end");
            }
        } catch (InterruptedException e) {
            System.err.println("gilbench: interrupted while waiting for the run to end");
        }
        System.out.flush();
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED.code());
    }
}
