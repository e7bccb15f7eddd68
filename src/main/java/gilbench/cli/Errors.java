package gilbench.cli;

import gilbench.scenario.BoundException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into one line on stderr and an exit code; the stack trace only with {@code --verbose}. */
final class Errors implements IParameterExceptionHandler, IExecutionExceptionHandler {
    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        return usage(wrong.getCommandLine(), wrong);
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        if (Main.verbose(command)) {
            failure.printStackTrace(command.getErr());
        }
        return switch (failure) {
            case BoundException wrong -> usage(command, wrong);
            case ParameterException wrong -> usage(command, wrong);
            case UnfitEnvironmentException unfit -> say(command.getErr(), message(unfit), ExitCode.ENVIRONMENT_UNFIT);
            case InterruptedException interrupted -> say(command.getErr(), "interrupted", ExitCode.INTERRUPTED);
            default -> say(command.getErr(), "internal error: " + describe(failure), ExitCode.INTERNAL_ERROR);
        };
    }

    private static int usage(CommandLine command, Exception wrong) {
        String hint = "; see " + command.getCommandSpec().qualifiedName(" ") + " --help";
        return say(command.getErr(), message(wrong) + hint, ExitCode.USAGE);
    }

    private static int say(PrintWriter err, String line, ExitCode code) {
        err.println("gilbench: " + line);
        err.flush();
        return code.code();
    }

    private static String describe(Throwable failure) {
        return failure.getClass().getSimpleName() + ": " + message(failure);
    }

    private static String message(Throwable failure) {
        String message = failure.getMessage();
        return message == null
                ? failure.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
