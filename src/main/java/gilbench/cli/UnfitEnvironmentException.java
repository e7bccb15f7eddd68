package gilbench.cli;

/** The machine lacks something that was asked for; the message is one line that says what. */
final class UnfitEnvironmentException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnfitEnvironmentException(String message) {
        super(message);
    }
}
