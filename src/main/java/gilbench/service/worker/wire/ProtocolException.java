package gilbench.service.worker.wire;

import java.io.IOException;

/** Something on the connection that the protocol does not allow; the connection is of no more use. */
public final class ProtocolException extends IOException {
    private static final long serialVersionUID = 1;

    /** A violation, said in one sentence. */
    public ProtocolException(String message) {
        super(message);
    }

    /** A violation that another failure brought to light. */
    public ProtocolException(String message, Throwable cause) {
        super(message, cause);
    }
}
