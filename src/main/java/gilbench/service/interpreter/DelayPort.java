package gilbench.service.interpreter;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** What an {@code io} step calls: something that answers after a delay. */
public interface DelayPort {
    /**
     * Blocks until the answer is there.
     *
     * @throws IOException when the call failed or its answer was not a success
     * @throws InterruptedException when the thread was interrupted while waiting
     */
    void call(Duration delay) throws IOException, InterruptedException;

    /** Calls without blocking; the future fails with an {@link IOException} when the call failed. */
    CompletableFuture<Void> callAsync(Duration delay);
}
