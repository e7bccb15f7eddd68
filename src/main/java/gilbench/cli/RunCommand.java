package gilbench.cli;

import gilbench.bench.judge.RunVerdict;
import gilbench.bench.load.LoadDriver;
import gilbench.bench.load.LoadDriver.DriverException;
import gilbench.bench.report.ConsoleReport;
import gilbench.bench.report.ProgressLine;
import gilbench.bench.report.RunFolder;
import gilbench.bench.report.RunFolderException;
import gilbench.bench.result.RunResult;
import gilbench.bench.result.RunState;
import gilbench.bench.runner.Machinery.MachineryException;
import gilbench.bench.runner.PlanRunner;
import gilbench.bench.runner.PlanSchedule;
import gilbench.bench.runner.RunClock;
import gilbench.scenario.InterpreterProfile;
import gilbench.scenario.Plan;
import gilbench.scenario.text.PlanException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Executes a plan and reports what was measured. */
@Command(
        name = "run",
        description = {
            "Executes a plan: starts the services, drives load, and reports what was measured.",
            "Ctrl-C keeps what has been measured; --resume goes on with it."
        })
final class RunCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "PLAN | FILE.yaml",
            description = "A bundled plan (quick, seed, backend) or a plan file (default: quick).")
    private @Nullable String plan;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of this run; must not exist, or be empty (default: results/TIME-PLAN).")
    private @Nullable Path out;

    @Option(names = "--resume", paramLabel = "DIR", description = "Go on with the interrupted run in this folder.")
    private @Nullable Path resume;

    @Option(names = "--dry-run", description = "List the cells, the order and the expected time; start nothing.")
    private boolean dryRun;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of every random order and arrival.")
    private @Nullable Long seed;

    @Mixin
    private final RuntimeOptions runtimes = new RuntimeOptions();

    @Option(
            names = "--driver",
            paramLabel = "DRIVER",
            description = "What sends the load: embedded, or k6 from the PATH or in Docker (default: embedded).")
    private @Nullable DriverKind driver;

    @Option(
            names = "--interpreter",
            paramLabel = "I",
            description =
                    "A built-in interpreter profile such as cpython-3.13, or a file that calibrate wrote: "
                            + "takes the place of every interpreter of its kind in the plan, and predictions are made for its machine.")
    private @Nullable InterpreterProfile interpreter;

    @Option(names = "--json", description = "Print results.json, and nothing else, on standard output.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException, IOException {
        try {
            if (dryRun) {
                return show(resume != null ? RunFolder.resume(resume).plan() : chosenPlan());
            }
            return resume != null ? goOn(resume) : begin(chosenPlan());
        } catch (PlanException e) {
            return say(e.getMessage(), ExitCode.USAGE);
        } catch (RunFolderException e) {
            return say(e.getMessage(), ExitCode.USAGE);
        } catch (MachineryException | DriverException e) {
            return say(e.getMessage(), ExitCode.ENVIRONMENT_UNFIT);
        }
    }

    private int begin(Plan chosen) throws InterruptedException, IOException {
        DriverKind kind = ChosenDriver.ofNewRun(driver);
        try (LoadDriver sender = kind.open()) {
            RunFolder folder = created(chosen);
            ChosenDriver.note(folder.directory(), kind);
            if (interpreter != null) {
                ChosenMachine.note(folder.directory(), interpreter);
            }
            return run(folder, sender);
        }
    }

    private int goOn(Path before) throws InterruptedException, IOException {
        RunFolder folder = resumed(before);
        try (LoadDriver sender = ChosenDriver.ofResumed(before, driver).open()) {
            return run(folder, sender);
        }
    }

    private int run(RunFolder folder, LoadDriver sender) throws InterruptedException, IOException {
        Optional<MeasuredPython> python = runtimes.pythonOf(folder.plan()).map(MeasuredPython::new);
        try (Interruption interruption = Interruption.ofThisThread()) {
            RunResult result = predicted(measure(folder, sender, python), folder, interruption);
            print(
                    json
                            ? Files.readString(folder.directory().resolve("results.json"))
                            : ConsoleReport.of(result, folder.report()));
            explain(result, folder);
            return exitCode(result, interruption).code();
        }
    }

    private RunResult measure(RunFolder folder, LoadDriver sender, Optional<MeasuredPython> python)
            throws InterruptedException {
        try (ProgressLine progress = ProgressLine.onStandardError()) {
            return PlanRunner.of(
                            folder.plan(),
                            new ProcessMachinery(
                                    folder.directory().getFileName().toString(), python, sender.name()),
                            sender,
                            folder,
                            progress,
                            RunClock.system())
                    .run();
        }
    }

    /** The result beside its predictions; what was measured is in the folder before. */
    private static RunResult predicted(RunResult measured, RunFolder folder, Interruption interruption)
            throws IOException {
        Optional<InterpreterProfile> machine = ChosenMachine.noted(folder.directory());
        RunPredictions predictions = new RunPredictions(
                measured,
                ChosenMachine.times(machine),
                ChosenDriver.noted(folder.directory()),
                interruption::requested);
        try (PatientProgress progress = new PatientProgress("predicting the measured cells")) {
            RunResult both = measured.beside(predictions.predict(ChosenMachine.basis(machine), progress));
            interruption.putAside();
            folder.write(both);
            return both;
        }
    }

    private static ExitCode exitCode(RunResult result, Interruption interruption) {
        if (interruption.requested() || result.state() == RunState.INTERRUPTED) {
            return ExitCode.INTERRUPTED;
        }
        return result.state() == RunState.INVALID ? ExitCode.RUN_INVALID : ExitCode.OK;
    }

    private void explain(RunResult result, RunFolder folder) {
        PrintWriter err = spec.commandLine().getErr();
        if (result.state() == RunState.INVALID) {
            RunVerdict.reasons(result.plan(), result.launches(), result.findings(), result.cells())
                    .forEach(reason -> err.println("gilbench: the run is invalid: " + reason));
        }
        if (result.trials().size() < PlanSchedule.of(result.plan()).trials()) {
            err.println("gilbench: trials are missing; go on with: gilbench run --resume " + folder.directory());
        }
        err.flush();
    }

    private int show(Plan shown) {
        print(DryRun.of(shown));
        return ExitCode.OK.code();
    }

    private RunFolder created(Plan chosen) {
        return RunFolder.create(out != null ? out : ResultFolders.named(chosen.name()), chosen);
    }

    private RunFolder resumed(Path folder) {
        if (plan != null || out != null || seed != null || interpreter != null || runtimes.given()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--resume: goes on with the plan, the folder, the seed and the runtimes of that run; give nothing else");
        }
        return RunFolder.resume(folder);
    }

    private Plan chosenPlan() throws IOException, InterruptedException {
        Plan named = ChosenPlan.named(plan == null ? "quick" : plan);
        Plan chosen = runtimes.under(
                interpreter == null ? named : named.withInterpreter(interpreter.interpreter()),
                spec.commandLine().getErr());
        return seed == null ? chosen : chosen.withSeed(seed);
    }

    private void print(String text) {
        PrintWriter writer = spec.commandLine().getOut();
        writer.print(text);
        writer.flush();
    }

    private int say(@Nullable String message, ExitCode code) {
        PrintWriter err = spec.commandLine().getErr();
        String.valueOf(message).lines().forEach(line -> err.println("gilbench: " + line));
        err.flush();
        return code.code();
    }
}
