package gilbench.service.worker.pool;

import gilbench.service.execution.Execution;
import java.io.IOException;
import java.util.stream.Collectors;

/** A process with a pool of two workers: prints their process ids, then stays until it is killed. */
public final class PoolParent {
    private PoolParent() {}

    /** Needs no arguments. */
    public static void main(String[] args) throws IOException, InterruptedException {
        try (Execution _ = Pools.start(Pools.deployment(2, 1, 1))) {
            System.out.println(ProcessHandle.current()
                    .children()
                    .map(child -> Long.toString(child.pid()))
                    .collect(Collectors.joining(" ")));
            Thread.currentThread().join();
        }
    }
}
