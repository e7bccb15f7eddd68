package gilbench.service.execution;

import gilbench.service.interpreter.DelayPort;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Delays by timer, without a delay service; one delay always fails. */
public final class TimedDelays implements DelayPort {
    /** The delay that fails at once. */
    public static final Duration FAILING = Duration.ofMillis(13);

    @Override
    public CompletableFuture<Void> callAsync(Duration delay) {
        return delay.equals(FAILING)
                ? CompletableFuture.failedFuture(new IOException("the delay of " + delay + " fails"))
                : CompletableFuture.runAsync(
                        () -> {}, CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS));
    }
}
