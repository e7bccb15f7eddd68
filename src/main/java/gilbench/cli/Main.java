package gilbench.cli;

import gilbench.predict.Sharing;
import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterProfile;
import gilbench.scenario.Objective;
import gilbench.scenario.PythonRuntime;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program's entry point. */
@Command(
        name = "gilbench",
        description = "Measures and predicts concurrency models under a simulated Global Interpreter Lock.",
        subcommands = {
            RunCommand.class,
            PredictCommand.class,
            SizeCommand.class,
            ServeCommand.class,
            ValidateCommand.class,
            CalibrateCommand.class,
            ProfileCommand.class,
            PlanCommand.class,
            DelayServiceCommand.class,
            BurnCommand.class,
            ProbeCommand.class,
        },
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0 ok, 1 internal error, 2 usage, 3 objective missed, 4 regression,",
            "  5 run invalid, 6 environment unfit, 130 interrupted"
        })
public final class Main implements Runnable {
    private static final String LOG_LEVEL = "gilbench.log.level";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private Main() {}

    /** Runs the command that {@code args} names and exits with its code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The whole command line, ready to execute. */
    static CommandLine commandLine() {
        Errors errors = new Errors();
        return new CommandLine(new Main())
                .registerConverter(ConcurrencyModel.class, Converters.labels(ConcurrencyModel.class))
                .registerConverter(PythonRuntime.class, Converters.labels(PythonRuntime.class))
                .registerConverter(DriverKind.class, Converters.labels(DriverKind.class))
                .registerConverter(ArrivalPattern.class, Converters.labels(ArrivalPattern.class))
                .registerConverter(Sharing.class, Converters.labels(Sharing.class))
                .registerConverter(Double.class, Converters::number)
                .registerConverter(Interpreter.class, ChosenInterpreter::named)
                .registerConverter(InterpreterProfile.class, ChosenInterpreter::profile)
                .registerConverter(Duration.class, Converters::duration)
                .registerConverter(Objective.class, Converters::objective)
                .registerConverter(Integer.class, Converters::wholeNumber)
                .registerConverter(Long.class, Converters::longNumber)
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }

    /** Whether stack traces and informative log lines are wanted. */
    static boolean verbose(CommandLine command) {
        return command.getParseResult() != null
                && !System.getProperty(LOG_LEVEL, "WARN").equals("WARN");
    }

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Log what happens, and print the stack trace of an error.")
    void verbose(boolean wanted) {
        System.setProperty(LOG_LEVEL, wanted ? "INFO" : "WARN");
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given");
    }
}
