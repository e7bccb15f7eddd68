package gilbench.cli;

import gilbench.scenario.BoundException;
import gilbench.scenario.Calibration;
import gilbench.scenario.Deployment;
import gilbench.scenario.Limits;
import gilbench.scenario.text.ScenarioJson;
import gilbench.service.interpreter.Burner;
import gilbench.service.interpreter.Calibrator;
import java.net.URI;
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
            "Serves /status, /compute and /mixed under a concurrency model and a simulated Python interpreter.",
            "Prints 'ready URL' once it answers; ends after draining on SIGTERM and Ctrl-C."
        })
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private final AddressOptions address = new AddressOptions();

    @Mixin
    private final DeploymentOptions deployment = new DeploymentOptions();

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
        Affinity.restrictTo(serving.cores());
        carryVirtualThreads(serving.cores());
        Calibration speed = given.orElseGet(ServeCommand::calibrate);
        RunningService service = RunningService.start(serving, bounds, speed, delays, address.host(), port);
        System.out.println("ready " + service.uri());
        stdin.watch();
        Shutdown.await(service::close);
        return ExitCode.OK.code();
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
