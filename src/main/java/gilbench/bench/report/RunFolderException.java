package gilbench.bench.report;

/** A folder that cannot be the folder of a run; the message names the file, the line where there is one, and what is wrong. */
public final class RunFolderException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** A folder that is not fit. */
    public RunFolderException(String message) {
        super(message);
    }
}
