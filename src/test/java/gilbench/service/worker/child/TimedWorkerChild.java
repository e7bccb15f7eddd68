package gilbench.service.worker.child;

import gilbench.service.execution.TimedDelays;
import java.io.IOException;
import java.nio.file.Path;

/** A worker process whose {@code io} steps need no delay service. */
public final class TimedWorkerChild {
    private TimedWorkerChild() {}

    /** Connects to the socket whose path is the only argument. */
    public static void main(String[] args) throws IOException {
        WorkerSession.serve(Path.of(args[0]), _ -> new TimedDelays());
    }
}
