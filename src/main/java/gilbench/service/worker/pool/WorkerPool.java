package gilbench.service.worker.pool;

import gilbench.scenario.Calibration;
import gilbench.scenario.Deployment;
import gilbench.service.execution.Execution;
import gilbench.service.worker.wire.Frame;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Carries requests out in worker processes: pre-forked, replaced when they end unplanned. */
public final class WorkerPool {
    private static final String CHILD = "gilbench.service.worker.child.WorkerChild";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private WorkerPool() {}

    /**
     * Starts {@code deployment.workers()} processes, or a single one that has all threads, interpreters or loops where the
     * model is not that of worker processes, and waits until they are ready.
     *
     * @param delayService what their {@code io} steps call
     * @param childCommand starts one worker when the path of its socket is appended: {@link #jvmCommand}, or anything
     *     that speaks {@code docs/wire.md}
     * @throws WorkerStartException when a process ended, or was not ready within 30 s; no process is left then
     */
    public static Execution start(
            Deployment deployment, Calibration calibration, URI delayService, List<String> childCommand)
            throws IOException, InterruptedException {
        Frame.Setup setup = new Frame.Setup(deployment, calibration, delayService);
        WorkerCarrier carrier = new WorkerCarrier(deployment, new Launcher(childCommand, setup, PATIENCE));
        carrier.start();
        return Execution.of(carrier, deployment, calibration);
    }

    /**
     * The command of a worker JVM with the Java and the class path of this process.
     *
     * @param options further options of the JVM, after the ones for a fast start and a small heap
     */
    public static List<String> jvmCommand(List<String> options) {
        return jvmCommand(options, CHILD);
    }

    static List<String> jvmCommand(List<String> options, String mainClass) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xms16m",
                "-Xmx256m",
                "-Xshare:auto",
                "-XX:-UsePerfData"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        return List.copyOf(command);
    }
}
