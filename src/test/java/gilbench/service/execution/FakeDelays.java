package gilbench.service.execution;

import gilbench.service.interpreter.DelayPort;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Delays that are over at once. */
final class FakeDelays implements DelayPort {
    @Override
    public CompletableFuture<Void> callAsync(Duration delay) {
        return CompletableFuture.allOf();
    }
}
