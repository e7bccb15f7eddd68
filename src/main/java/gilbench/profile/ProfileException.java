package gilbench.profile;

/** A service could not be profiled; the message is one line that says why. */
public final class ProfileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** A failure. */
    public ProfileException(String message) {
        super(message);
    }
}
