package gilbench.service.worker.child;

import gilbench.service.downstream.DelayClient;
import java.io.IOException;
import java.nio.file.Path;

/** The main class of a worker process: carries requests out in one interpreter until its parent hangs up. */
public final class WorkerChild {
    private WorkerChild() {}

    /**
     * Connects to the socket whose path is the only argument.
     *
     * @throws IOException when the parent is not there or breaks the protocol
     */
    public static void main(String[] args) throws IOException {
        WorkerSession.serve(Path.of(args[0]), DelayClient::new);
    }
}
