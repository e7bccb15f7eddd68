package gilbench.service.worker.pool;

import gilbench.scenario.Calibration;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Deployment;
import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import gilbench.service.execution.Execution;
import gilbench.service.worker.child.TimedWorkerChild;
import gilbench.service.worker.wire.Frame;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Pools of real worker processes without a delay service. */
final class Pools {
    static final URI NOWHERE = URI.create("http://127.0.0.1:9");
    static final Calibration CALIBRATION = new Calibration(30e6);

    private Pools() {}

    static Deployment deployment(int workers, int threads, int queue) {
        return new Deployment(
                ConcurrencyModel.WORKER_PROCESSES,
                Interpreter.of(InterpreterKind.GIL),
                workers,
                threads,
                queue,
                1000,
                2,
                Duration.ofSeconds(60));
    }

    static Execution start(Deployment deployment) throws IOException, InterruptedException {
        return WorkerPool.start(deployment, CALIBRATION, NOWHERE, command());
    }

    static List<String> command() {
        return WorkerPool.jvmCommand(List.of(), TimedWorkerChild.class.getName());
    }

    static Launcher launcher(List<String> command, Duration patience) {
        return new Launcher(command, new Frame.Setup(deployment(1, 1, 1), CALIBRATION, NOWHERE), patience);
    }
}
