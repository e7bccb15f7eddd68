package gilbench.service.gil;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One thread that does what a test tells it, one call after the other. */
final class Caller implements AutoCloseable {
    private final ExecutorService executor;
    private final Thread thread;

    Caller(ThreadFactory threads) throws InterruptedException, ExecutionException {
        executor = Executors.newSingleThreadExecutor(threads);
        thread = executor.submit(Thread::currentThread).get();
    }

    Thread thread() {
        return thread;
    }

    <T> Future<T> begin(Callable<T> call) {
        return executor.submit(call);
    }

    <T> T call(Callable<T> call) throws InterruptedException, ExecutionException, TimeoutException {
        return end(begin(call));
    }

    /** The result of {@code begun}, for which it waits at most half a minute. */
    static <T> T end(Future<T> begun) throws InterruptedException, ExecutionException, TimeoutException {
        return begun.get(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
