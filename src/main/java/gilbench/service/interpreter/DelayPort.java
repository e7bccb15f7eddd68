package gilbench.service.interpreter;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** What an {@code io} step calls: something that answers after a delay. */
public interface DelayPort {
    /**
     * Sends a call and returns.
     *
     * @return completes with the answer; fails with an {@link IOException} when the call failed or its answer was not a success
     */
    CompletableFuture<Void> callAsync(Duration delay);
}
