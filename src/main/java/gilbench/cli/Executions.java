package gilbench.cli;

import gilbench.service.downstream.DelayClient;
import gilbench.service.execution.Execution;
import gilbench.service.web.ServiceDescription;
import gilbench.service.worker.pool.WorkerPool;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts the execution of a deployment.
 *
 * @param pythonCommand starts a worker of the runtime {@code cpython}; empty for the other
 */
record Executions(List<String> pythonCommand) {
    private static final Path SHELL = Path.of("/bin/sh");

    /**
     * The execution that {@code service} asks for.
     *
     * @throws UnfitEnvironmentException when a worker process could not be started
     */
    Execution start(ServiceDescription service) throws InterruptedException {
        return switch (service.deployment().runtime()) {
            case SIMULATED -> startSimulated(service);
            case CPYTHON -> startWorkers(service, pythonCommand);
        };
    }

    private static Execution startSimulated(ServiceDescription service) throws InterruptedException {
        return switch (service.deployment().model()) {
            case THREAD_PER_REQUEST, VIRTUAL_THREADS, EVENT_LOOP ->
                Execution.inProcess(
                        service.deployment(), service.calibration(), new DelayClient(service.delayService()));
            case WORKER_PROCESSES -> startWorkers(service, WorkerPool.jvmCommand(compilerOptions()));
        };
    }

    private static Execution startWorkers(ServiceDescription service, List<String> command)
            throws InterruptedException {
        try {
            return WorkerPool.start(
                    service.deployment(), service.calibration(), service.delayService(), shielded(command));
        } catch (IOException e) {
            throw new UnfitEnvironmentException("cannot start the workers: " + e.getMessage());
        }
    }

    /** The options of this virtual machine that decide how well code is compiled: the same for the workers. */
    private static List<String> compilerOptions() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-XX:TieredStopAtLevel="))
                .toList();
    }

    /**
     * {@code command} with SIGINT ignored, where there is a shell for it: Ctrl-C reaches every process of a terminal, but
     * workers must live until the service has drained.
     */
    private static List<String> shielded(List<String> command) {
        if (!Files.isExecutable(SHELL)) {
            return command;
        }
        List<String> shielded = new ArrayList<>(List.of(SHELL.toString(), "-c", "trap '' INT; exec \"$@\"", "worker"));
        shielded.addAll(command);
        return shielded;
    }
}
