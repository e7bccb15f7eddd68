package gilbench.service.worker.pool;

import java.io.IOException;

/** A worker process that did not become ready; the message gives the reason, its exit code and its last lines. */
public final class WorkerStartException extends IOException {
    private static final long serialVersionUID = 1;

    WorkerStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
