package gilbench.cli;

import gilbench.bench.report.TableReport;
import gilbench.bench.result.RunState;
import gilbench.bench.runner.Machinery.MachineryException;
import gilbench.cli.probe.ProbeJson;
import gilbench.cpython.Python;
import gilbench.cpython.compare.ComparisonVerdict;
import gilbench.cpython.validate.ExperimentList;
import gilbench.cpython.validate.ValidationExtent;
import gilbench.cpython.validate.ValidationResult;
import gilbench.scenario.BoundException;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.InterpreterProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares the simulated GIL with real CPython on this machine. */
@Command(
        name = "validate",
        description = {
            "Lets real CPython and the simulation carry out the same experiments and compares them by ratio.",
            "Ends with 5 when a metric misses its bound; undecided metrics alone end with 0."
        })
final class ValidateCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--python",
            paramLabel = "PATH",
            description = "A CPython 3.8 or later; may be given several times (default: python3 on PATH).")
    private List<Path> pythons = List.of();

    @ArgGroup
    private Extent extent = new Extent();

    @Option(
            names = "--unseen",
            paramLabel = "SEED",
            description =
                    "Instead of the fixed list, experiments drawn from this whole number that are not in it; not with --quick.")
    private @Nullable Long unseen;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of the results; must not exist, or be empty (default: results/TIME-validate).")
    private @Nullable Path out;

    @Option(
            names = "--interpreter",
            paramLabel = "I",
            description =
                    "The profile that predictions are made with: a built-in one such as cpython-3.13, or a file that "
                            + "calibrate wrote (default: the built-in one of the version).")
    private @Nullable InterpreterProfile interpreter;

    @Option(names = "--json", description = "Print results.json, and nothing else, on standard output.")
    private boolean json;

    @Option(
            names = "--most-foreign",
            paramLabel = "SHARE",
            hidden = true,
            description = "How much of one core other processes may use during an observation.")
    private double mostForeign = 0.08;

    /** How much is observed. */
    static final class Extent {
        @Option(names = "--quick", description = "Some of the experiments, at most 90 s for each Python.")
        private boolean quick;

        @Option(names = "--full", description = "Longer windows and p99, at most an hour for each Python.")
        private boolean full;

        ValidationExtent chosen() {
            return quick ? ValidationExtent.QUICK : full ? ValidationExtent.FULL : ValidationExtent.STANDARD;
        }
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        checkInterpreter();
        ExperimentList experiments = experiments();
        List<Python> found = Pythons.withGil(pythons);
        Path folder = folder();
        List<ValidationResult> results = new ArrayList<>();
        try (Interruption interruption = Interruption.ofThisThread()) {
            for (Python python : found) {
                if (results.stream().allMatch(each -> each.state() == RunState.COMPLETE)) {
                    results.add(validate(python, experiments, folder, results));
                }
            }
            TableReport report = store(folder, results);
            spec.commandLine().getOut().print(json ? ProbeJson.pretty(results) : report.text());
            spec.commandLine().getOut().flush();
            return exitCode(results, interruption.requested()).code();
        } catch (MachineryException e) {
            throw new UnfitEnvironmentException(String.valueOf(e.getMessage()));
        }
    }

    private void checkInterpreter() {
        if (interpreter != null && interpreter.interpreter().kind() != InterpreterKind.GIL) {
            throw new BoundException("--interpreter", interpreter.name(), "must have one GIL");
        }
    }

    private ExperimentList experiments() {
        ValidationExtent chosen = extent.chosen();
        if (unseen == null) {
            return ExperimentList.of(chosen);
        }
        if (chosen == ValidationExtent.QUICK) {
            throw new BoundException("--unseen", unseen.toString(), "must not stand beside --quick");
        }
        return ExperimentList.unseen(chosen, unseen);
    }

    private ValidationResult validate(
            Python python, ExperimentList experiments, Path folder, List<ValidationResult> before)
            throws InterruptedException {
        InterpreterProfile profile = interpreter != null ? interpreter : ChosenInterpreter.published(python);
        return new ValidationOfPython(folder.getFileName().toString(), python, profile, mostForeign)
                .run(experiments, soFar -> {
                    List<ValidationResult> all = new ArrayList<>(before);
                    all.add(soFar);
                    store(folder, all);
                });
    }

    private static TableReport store(Path folder, List<ValidationResult> results) {
        TableReport report = ValidationTables.of(results, folder);
        report.write(folder, ProbeJson.pretty(results));
        return report;
    }

    /** What the program ends with after {@code results}: undecided metrics alone are no reason to complain. */
    static ExitCode exitCode(List<ValidationResult> results, boolean interrupted) {
        if (interrupted || results.stream().anyMatch(each -> each.state() != RunState.COMPLETE)) {
            return ExitCode.INTERRUPTED;
        }
        return results.stream().allMatch(each -> each.count(ComparisonVerdict.MISSED) == 0)
                ? ExitCode.OK
                : ExitCode.RUN_INVALID;
    }

    private Path folder() throws IOException {
        Path folder = out != null
                ? out
                : Path.of("results", LocalDateTime.now(ZoneId.systemDefault()).format(TIME) + "-validate");
        Files.createDirectories(folder);
        try (var entries = Files.list(folder)) {
            if (entries.findAny().isPresent()) {
                throw new BoundException("--out", folder.toString(), "must not exist, or be empty");
            }
        }
        return folder;
    }
}
