package gilbench.cli;

import gilbench.cpython.Python;
import gilbench.cpython.PythonSpeed;
import gilbench.cpython.WorkerScript;
import gilbench.scenario.BoundException;
import gilbench.scenario.Calibration;
import gilbench.scenario.Defaults;
import gilbench.scenario.Deployment;
import gilbench.scenario.Limits;
import gilbench.scenario.Objective;
import gilbench.scenario.PythonRuntime;
import gilbench.scenario.text.ScenarioJson;
import gilbench.service.interpreter.Burner;
import gilbench.service.interpreter.Calibrator;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves requests under a concurrency model and an interpreter. */
@Command(
        name = "serve",
        description = {
            "Serves /status, /compute and /mixed under a concurrency model and a Python interpreter, simulated or real.",
            "Prints 'ready URL' once it answers; ends after draining on SIGTERM and Ctrl-C."
        })
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private final AddressOptions address = new AddressOptions();

    @Mixin
    private final DeploymentOptions deployment = new DeploymentOptions();

    @Mixin
    private final PythonOption python = new PythonOption();

    @Mixin
    private final LimitOptions limits = new LimitOptions();

    @Mixin
    private final StdinOption stdin = new StdinOption();

    @Option(
            names = "--delay-service",
            paramLabel = "URL",
            description = "The delay service that io steps call (default: brings its own).")
    private @Nullable URI delayService;

    @Option(
            names = "--objective",
            paramLabel = "OBJECTIVE",
            description = "What the buckets of the meters and the dashboard are aligned to "
                    + "(default: p99<200ms,errors<0.1%%).")
    private Objective objective = Defaults.OBJECTIVE;

    @Option(
            names = "--calibration",
            paramLabel = "JSON",
            hidden = true,
            description = "The calibration of a run; without it, calibrates at the start.")
    private @Nullable String calibration;

    @Override
    public Integer call() throws InterruptedException {
        Deployment serving = deployment.deployment();
        Limits bounds = limits.limits();
        int port = address.port();
        Optional<URI> delays = delayService();
        Optional<Calibration> given = givenCalibration();
        Executions executions = executions(serving);
        Affinity.restrictTo(serving.cores());
        carryVirtualThreads(serving.cores());
        Calibration speed = given.orElseGet(ServeCommand::calibrate);
        RunningService service =
                RunningService.start(executions, serving, bounds, objective, speed, delays, address.host(), port);
        System.out.println("ready " + service.uri());
        stdin.watch();
        Shutdown.await(service::close);
        return ExitCode.OK.code();
    }

    private Executions executions(Deployment serving) throws InterruptedException {
        if (serving.runtime() != PythonRuntime.CPYTHON) {
            return new Executions(List.of());
        }
        Python chosen = python.pythonFor(serving);
        PythonSpeed speed = python.speedFor(serving);
        return new Executions(WorkerScript.command(chosen, serving.interpreter().kind(), speed));
    }

    private Optional<URI> delayService() {
        if (delayService != null && (!"http".equals(delayService.getScheme()) || delayService.getHost() == null)) {
            throw new BoundException(
                    "--delay-service", delayService.toString(), "must be an http URL, such as http://127.0.0.1:8090");
        }
        return Optional.ofNullable(delayService);
    }

    private Optional<Calibration> givenCalibration() {
        return calibration == null
                ? Optional.empty()
                : Optional.of(Converters.json("--calibration", calibration, ScenarioJson::calibration));
    }

    /** A virtual thread that burns keeps its carrier: on one core, waiters for the GIL need a second one to request a drop. */
    private static void carryVirtualThreads(int cores) {
        System.setProperty("jdk.virtualThreadScheduler.parallelism", Integer.toString(Math.max(2, cores)));
    }

    private static Calibration calibrate() {
        System.err.println("calibrating: measuring how fast this machine burns");
        return Calibrator.create(Burner.create()).calibrate();
    }
}
