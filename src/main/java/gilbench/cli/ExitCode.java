package gilbench.cli;

/** What the program's exit code says. */
enum ExitCode {
    /** Everything went well. */
    OK(0),

    /** The program itself failed. */
    INTERNAL_ERROR(1),

    /** The command line or a file that it names is wrong. */
    USAGE(2),

    /** An objective was missed. */
    OBJECTIVE_MISSED(3),

    /** A comparison found a regression. */
    REGRESSION(4),

    /** A gate of the whole run failed. */
    RUN_INVALID(5),

    /** The machine lacks something that was asked for. */
    ENVIRONMENT_UNFIT(6),

    /** Ended by Ctrl-C. */
    INTERRUPTED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** The code that the shell sees. */
    int code() {
        return code;
    }
}
