package gilbench.cli;

import gilbench.cpython.Python;
import gilbench.cpython.PythonSpeed;
import gilbench.cpython.WorkerScript;
import gilbench.page.WorkLimit;
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
            names = "--predict-requests",
            paramLabel = "N",
            description = "Most requests that one POST /predict may simulate; 0: no such endpoint (default: 200000).")
    private Long predictRequests = WorkLimit.DEFAULT.requests();

    @Option(
            names = "--predict-meters",
            description =
                    "Every 15 s, predict what the deployment should do with the requests of the last 15 s, and show it "
                            + "beside what it does, as meters and on the dashboard.")
    private boolean predictMeters;

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
        Foresight foresight = foresight();
        Executions executions = executions(serving);
        Affinity.restrictTo(serving.cores());
        carryVirtualThreads(serving.cores());
        Calibration speed = given.orElseGet(ServeCommand::calibrate);
        RunningService service = RunningService.start(
                executions, serving, bounds, objective, speed, delays, foresight, address.host(), port);
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

    private Foresight foresight() {
        Optional<WorkLimit> asked = predictRequests == 0
                ? Optional.empty()
                : Optional.of(QuestionOptions.optioned(() -> new WorkLimit(predictRequests)));
        return new Foresight(asked, predictMeters ? Optional.of(deployment.times()) : Optional.empty());
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
