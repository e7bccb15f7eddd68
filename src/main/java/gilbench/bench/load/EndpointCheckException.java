package gilbench.bench.load;

/** An endpoint did not answer as it should; the message says what was asked, expected and seen. */
public final class EndpointCheckException extends Exception {
    private static final long serialVersionUID = 1;

    /** A failed check. */
    public EndpointCheckException(String message) {
        super(message);
    }
}
