package gilbench.cli;

import gilbench.bench.result.Environment;
import gilbench.bench.runner.Machinery;
import gilbench.scenario.Calibration;
import gilbench.scenario.Deployment;
import gilbench.scenario.PythonRuntime;
import gilbench.scenario.text.ScenarioJson;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts this program anew for everything that a run needs, each in a process of its own. */
final class ProcessMachinery implements Machinery {
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration CALIBRATION_TIMEOUT = Duration.ofSeconds(30);
    private static final String READY = "ready ";

    private final JavaCommand java = JavaCommand.ofThisProcess();
    private final String run;
    private final Optional<MeasuredPython> python;
    private final String driver;

    /**
     * The machinery of {@code run}, whose name services carry in their description and their meters.
     *
     * @param python what serves deployments that want CPython
     * @param driver what sends the load, for the notes
     */
    ProcessMachinery(String run, Optional<MeasuredPython> python, String driver) {
        this.run = run;
        this.python = python;
        this.driver = driver;
    }

    @Override
    public Environment environment() {
        return ThisMachine.environment(java, python, driver);
    }

    @Override
    public Calibration calibrate() throws InterruptedException {
        try (ChildProcess child = ChildProcess.start("calibration", run, java.niced("burn"))) {
            child.nextLine(START_TIMEOUT);
            return ScenarioJson.calibration(child.ask("calibrate", CALIBRATION_TIMEOUT));
        }
    }

    @Override
    public DelayService startDelayService() throws InterruptedException {
        ChildProcess child = ChildProcess.start(
                "delay service", run, java.plain("delay-service", "--port", "0", "--until-stdin-closes"));
        return new DelayProcess(child, awaitReady(child));
    }

    @Override
    public Burners startBurners(Calibration calibration, int cores) throws InterruptedException {
        ChildProcess child = ChildProcess.start(
                "burners",
                run,
                java.niced(
                        "burn", "--cores", Integer.toString(cores), "--calibration", ScenarioJson.write(calibration)));
        closedOnFailure(child, () -> child.nextLine(START_TIMEOUT));
        return new BurnProcess(child);
    }

    @Override
    public ServiceProcess startService(Deployment deployment, Calibration calibration, URI delayService)
            throws InterruptedException {
        long began = System.nanoTime();
        List<String> arguments = new ArrayList<>(List.of(
                "serve",
                "--port",
                "0",
                "--until-stdin-closes",
                "--predict-requests",
                "0",
                "--deployment",
                ScenarioJson.write(deployment),
                "--calibration",
                ScenarioJson.write(calibration),
                "--delay-service",
                delayService.toString()));
        if (deployment.runtime() == PythonRuntime.CPYTHON) {
            arguments.addAll(python.orElseThrow().arguments(deployment));
        }
        ChildProcess child = ChildProcess.start("service", run, java.niced(arguments.toArray(String[]::new)));
        URI uri = awaitReady(child);
        return new ServiceProcess(child, uri, Duration.ofNanos(System.nanoTime() - began));
    }

    private static URI awaitReady(ChildProcess child) throws InterruptedException {
        return closedOnFailure(child, () -> {
            String line = child.nextLine(START_TIMEOUT);
            while (!line.startsWith(READY)) {
                line = child.nextLine(START_TIMEOUT);
            }
            return URI.create(line.substring(READY.length()));
        });
    }

    private interface Waiting<T> {
        T await() throws InterruptedException;
    }

    private static <T> T closedOnFailure(ChildProcess child, Waiting<T> waiting) throws InterruptedException {
        try {
            return waiting.await();
        } catch (InterruptedException | RuntimeException e) {
            child.close();
            throw e;
        }
    }
}
