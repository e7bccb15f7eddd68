package gilbench.cli;

import gilbench.scenario.BoundException;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Deployment;
import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.InterpreterProfile;
import gilbench.scenario.MachineTimes;
import gilbench.scenario.PythonRuntime;
import gilbench.scenario.text.BundledInterpreters;
import gilbench.scenario.text.ScenarioJson;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that describe a deployment. */
final class DeploymentOptions {
    @Option(
            names = "--model",
            paramLabel = "M",
            defaultValue = "thread-per-request",
            description = "thread-per-request, virtual-threads, event-loop or worker-processes (${DEFAULT-VALUE}).")
    private ConcurrencyModel model = ConcurrencyModel.THREAD_PER_REQUEST;

    @Option(
            names = "--interpreter",
            paramLabel = "I",
            defaultValue = "gil",
            description = "gil, per-interpreter-gil or free-threaded; a built-in profile such as cpython-3.13; "
                    + "or a file that calibrate wrote (${DEFAULT-VALUE}).")
    private InterpreterProfile profile = BundledInterpreters.named(InterpreterKind.GIL.label());

    @Option(
            names = "--runtime",
            paramLabel = "R",
            defaultValue = "simulated",
            description = "simulated, or cpython for the real one (${DEFAULT-VALUE}).")
    private PythonRuntime runtime = PythonRuntime.SIMULATED;

    @Option(
            names = "--workers",
            paramLabel = "W",
            description = "Worker processes, or interpreters of per-interpreter-gil (default: as many as cores).")
    private @Nullable Integer workers;

    @Option(
            names = "--threads",
            paramLabel = "T",
            description = "Threads of each process or interpreter (default: 40; worker-processes: 1). "
                    + "Without meaning for virtual-threads and event-loop.")
    private @Nullable Integer threads;

    @Mixin
    private final BoundOptions bounds = new BoundOptions();

    @Option(
            names = "--deployment",
            paramLabel = "JSON",
            hidden = true,
            description = "The whole deployment in one value; the other options that describe it are ignored.")
    private @Nullable String json;

    /**
     * The deployment that the options describe.
     *
     * @throws BoundException with the option as its key
     */
    Deployment deployment() {
        try {
            return json != null ? Converters.json("deployment", json, ScenarioJson::deployment) : fromOptions();
        } catch (BoundException wrong) {
            throw new BoundException("--" + wrong.key(), wrong.value(), wrong.bound());
        }
    }

    /** What the machine adds, as the interpreter profile says. */
    MachineTimes times() {
        return profile.times();
    }

    private Deployment fromOptions() {
        Interpreter interpreter = profile.interpreter();
        InterpreterKind kind = interpreter.kind();
        Deployment defaults = Deployment.of(model, interpreter, BoundOptions.available());
        if (workers != null && !Deployment.canHaveWorkers(model, kind)) {
            throw new BoundException(
                    "workers",
                    workers.toString(),
                    "needs --model worker-processes or --interpreter per-interpreter-gil");
        }
        int chosenCores = bounds.cores();
        int defaultWorkers = Deployment.canHaveWorkers(model, kind) ? chosenCores : 1;
        return new Deployment(
                model,
                bounds.switching(interpreter),
                Objects.requireNonNullElse(workers, defaultWorkers),
                Objects.requireNonNullElse(threads, defaults.threads()),
                bounds.queue(),
                bounds.maxInFlight(),
                chosenCores,
                bounds.deadline(),
                runtime);
    }
}
