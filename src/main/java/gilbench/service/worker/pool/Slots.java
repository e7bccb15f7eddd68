package gilbench.service.worker.pool;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

/** The places of all workers of a pool. */
final class Slots {
    private static final long DRAIN_MILLIS = 2000;

    private final List<Slot> all;

    Slots(int count, Launcher launcher, WorkerCarrier pool) {
        this.all = IntStream.range(0, count)
                .mapToObj(index -> new Slot(index, launcher, pool))
                .toList();
    }

    /** Starts all workers and waits until they are ready. */
    void start() throws IOException, InterruptedException {
        List<CompletableFuture<Void>> starts = all.stream().map(Slot::start).toList();
        try {
            for (CompletableFuture<Void> start : starts) {
                start.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        }
    }

    /** Starts no further process. */
    void stop() {
        all.forEach(Slot::stop);
    }

    /** Waits for a while until all have stopped, and kills what has not. */
    void end() {
        try {
            for (Slot slot : all) {
                if (!slot.await(DRAIN_MILLIS)) {
                    slot.kill();
                }
            }
        } catch (InterruptedException e) {
            all.forEach(Slot::kill);
            Thread.currentThread().interrupt();
        }
    }
}
