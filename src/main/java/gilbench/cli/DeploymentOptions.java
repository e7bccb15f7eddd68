package gilbench.cli;

import gilbench.scenario.BoundException;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Defaults;
import gilbench.scenario.Deployment;
import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.PythonRuntime;
import gilbench.scenario.text.ScenarioJson;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
    private Interpreter interpreter = Interpreter.of(InterpreterKind.GIL);

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

    @Option(
            names = "--queue",
            paramLabel = "N",
            description = "Most requests that wait for a thread, a worker or the loop (default: 2048).")
    private int queue = Defaults.QUEUE;

    @Option(
            names = "--max-in-flight",
            paramLabel = "N",
            description = "Most requests in flight; the only bound of virtual-threads (default: 16384).")
    private int maxInFlight = Defaults.MAX_IN_FLIGHT;

    @Option(
            names = "--cores",
            paramLabel = "N",
            description = "Processors that the service and its workers may use (default: all that are available).")
    private @Nullable Integer cores;

    @Option(
            names = "--switch-interval",
            paramLabel = "DURATION",
            description = "How long a waiter lets the holder of the GIL run (default: that of the interpreter).")
    private @Nullable Duration switchInterval;

    @Option(names = "--deadline", paramLabel = "DURATION", description = "How long a request may take (default: 2m).")
    private Duration deadline = Defaults.DEADLINE;

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

    private Deployment fromOptions() {
        InterpreterKind kind = interpreter.kind();
        Deployment defaults = Deployment.of(model, interpreter, available());
        if (workers != null && !Deployment.canHaveWorkers(model, kind)) {
            throw new BoundException(
                    "workers",
                    workers.toString(),
                    "needs --model worker-processes or --interpreter per-interpreter-gil");
        }
        int chosenCores = Objects.requireNonNullElse(cores, available());
        int defaultWorkers = Deployment.canHaveWorkers(model, kind) ? chosenCores : 1;
        return new Deployment(
                model,
                switchInterval == null ? interpreter : interpreter.withSwitchInterval(switchInterval),
                Objects.requireNonNullElse(workers, defaultWorkers),
                Objects.requireNonNullElse(threads, defaults.threads()),
                queue,
                maxInFlight,
                chosenCores,
                deadline,
                runtime);
    }

    private static int available() {
        return Runtime.getRuntime().availableProcessors();
    }
}
