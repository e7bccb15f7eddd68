package gilbench.bench.runner;

import gilbench.bench.result.Measurement;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Reads the processor time that a process spends in the window of a drive, lead-in excluded. */
interface CpuMeter {
    /** Runs {@code drive}, whose window opens {@code leadIn} after it tells so and lasts {@code window}. */
    Metered around(Machinery.Handle process, Duration leadIn, Duration window, Drive drive) throws InterruptedException;

    /** A drive of a load. */
    interface Drive {
        /** Tells {@code leadInBegins} when its lead-in begins. */
        Measurement run(Runnable leadInBegins) throws InterruptedException;
    }

    /**
     * What was observed.
     *
     * @param cpu processor time in the window
     */
    record Metered(Measurement measurement, Duration cpu) {}

    /** Reads the processor time from a thread of its own when the window opens and when it closes. */
    static CpuMeter sampling() {
        return (process, leadIn, window, drive) -> {
            CountDownLatch leadInBegins = new CountDownLatch(1);
            FutureTask<Duration> sampler = new FutureTask<>(() -> {
                leadInBegins.await();
                return new Sampling(process, leadIn, window).call();
            });
            Thread thread = Thread.ofPlatform().name("cpu-meter").daemon().start(sampler);
            try {
                return new Metered(drive.run(leadInBegins::countDown), sampler.get());
            } catch (ExecutionException e) {
                throw failure(e);
            } finally {
                thread.interrupt();
            }
        };
    }

    private static RuntimeException failure(ExecutionException e) {
        return e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
    }

    /** Two readings, scaled from the real distance between them to the length of the window. */
    record Sampling(Machinery.Handle process, Duration leadIn, Duration window) implements Callable<Duration> {
        @Override
        public Duration call() throws InterruptedException {
            Thread.sleep(leadIn);
            Duration opened = process.cpu();
            long openedAt = System.nanoTime();
            Thread.sleep(window);
            Duration spent = process.cpu().minus(opened);
            double scale = (double) window.toNanos() / (System.nanoTime() - openedAt);
            return Duration.ofNanos(Math.round(spent.toNanos() * scale));
        }
    }
}
