package gilbench.cli;

import gilbench.bench.runner.Machinery.DelayService;
import gilbench.bench.runner.Machinery.MachineryException;
import gilbench.bench.stats.Distribution;
import gilbench.service.downstream.DelayClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** The delay service in a process of its own, called with the client that services use. */
final class DelayProcess implements DelayService {
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final int CALLERS = 8;

    private final ChildProcess child;
    private final URI uri;
    private final DelayClient client;

    DelayProcess(ChildProcess child, URI uri) {
        this.child = child;
        this.uri = uri;
        this.client = new DelayClient(uri);
    }

    @Override
    public URI uri() {
        return uri;
    }

    @Override
    public void register(Collection<Duration> delays) throws InterruptedException {
        try {
            client.register(delays);
        } catch (IOException e) {
            throw new MachineryException("the delay service did not take its delays: " + e.getMessage());
        }
    }

    @Override
    public void warmUp(Duration length) throws InterruptedException {
        register(List.of(SHORTEST));
        long until = System.nanoTime() + length.toNanos();
        Callable<Integer> caller = () -> {
            int calls = 0;
            while (System.nanoTime() < until) {
                client.call(SHORTEST);
                calls++;
            }
            return calls;
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(CALLERS)) {
            for (Future<Integer> calls : threads.invokeAll(Collections.nCopies(CALLERS, caller))) {
                calls.get();
            }
        } catch (ExecutionException e) {
            throw failed(e);
        }
    }

    @Override
    public Distribution responseTimes(Duration delay, double rate, Duration length) throws InterruptedException {
        long n = Math.max(1, Math.round(rate * length.toNanos() / 1e9));
        Distribution.Recorder recorder = Distribution.recorder();
        List<CompletableFuture<Void>> calls = new ArrayList<>();
        long began = System.nanoTime();
        for (long i = 0; i < n; i++) {
            TimeUnit.NANOSECONDS.sleep(began + Math.round(i * 1e9 / rate) - System.nanoTime());
            long sent = System.nanoTime();
            calls.add(client.callAsync(delay).thenRun(() -> recorder.record(System.nanoTime() - sent)));
        }
        await(calls);
        return recorder.snapshot();
    }

    private static void await(List<CompletableFuture<Void>> calls) throws InterruptedException {
        try {
            CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).get();
        } catch (ExecutionException e) {
            throw failed(e);
        }
    }

    private static MachineryException failed(ExecutionException e) {
        return new MachineryException("the delay service failed: " + e.getCause());
    }

    @Override
    public Duration cpu() {
        return child.cpu();
    }

    @Override
    public void close() {
        child.close();
    }
}
