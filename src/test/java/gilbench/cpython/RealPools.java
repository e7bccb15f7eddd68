package gilbench.cpython;

import gilbench.scenario.Calibration;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Deployment;
import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.PythonRuntime;
import gilbench.service.execution.Execution;
import gilbench.service.worker.pool.WorkerPool;
import java.net.URI;
import java.time.Duration;

/** Executions on real CPython. */
final class RealPools {
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9");
    /** A rough one: 10 to 100 ns for a turn of a loop. */
    static final PythonSpeed SPEED = new PythonSpeed(0.02, 0.2, 0.005);

    private static final Calibration CALIBRATION = new Calibration(30e6);

    private RealPools() {}

    static Deployment deployment(ConcurrencyModel model, int workers, int threads) {
        return deployment(model, workers, threads, 100);
    }

    static Deployment deployment(ConcurrencyModel model, int workers, int threads, int queue) {
        return new Deployment(
                model,
                Interpreter.of(InterpreterKind.GIL),
                workers,
                threads,
                queue,
                1000,
                2,
                Duration.ofSeconds(60),
                PythonRuntime.CPYTHON);
    }

    static Execution start(Python python, Deployment deployment) throws Exception {
        return start(python, deployment, NOWHERE);
    }

    static Execution start(Python python, Deployment deployment, URI delayService) throws Exception {
        return start(python, deployment, delayService, SPEED);
    }

    /** With steps as long as they say. */
    static Execution startMeasured(Python python, Deployment deployment, URI delayService) throws Exception {
        PythonSpeed speed =
                WorkerScript.measure(python, deployment.interpreter().kind());
        return start(python, deployment, delayService, speed);
    }

    private static Execution start(Python python, Deployment deployment, URI delayService, PythonSpeed speed)
            throws Exception {
        return WorkerPool.start(
                deployment,
                CALIBRATION,
                delayService,
                WorkerScript.command(python, deployment.interpreter().kind(), speed));
    }
}
