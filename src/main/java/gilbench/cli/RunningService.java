package gilbench.cli;

import gilbench.scenario.Calibration;
import gilbench.scenario.Deployment;
import gilbench.scenario.Limits;
import gilbench.scenario.Objective;
import gilbench.service.downstream.DelayServer;
import gilbench.service.execution.Execution;
import gilbench.service.web.ServiceDescription;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServerException;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;

/** A service that answers: its HTTP front, its execution and, when it brought its own, its delay service. */
final class RunningService implements AutoCloseable {
    /** The environment variable with the name of the run that a process is started for. */
    static final String RUN_VARIABLE = "GILBENCH_RUN";

    private final Deque<Runnable> closing = new ArrayDeque<>();
    private final String host;
    private int port;

    private RunningService(String host) {
        this.host = host;
    }

    /**
     * Starts everything that serving needs.
     *
     * @param executions starts what carries the requests out
     * @param delayService empty to start one
     * @param foresight what is predicted beside serving
     * @param port 0 for any free port
     * @throws UnfitEnvironmentException when an address cannot be listened on
     */
    static RunningService start(
            Executions executions,
            Deployment deployment,
            Limits limits,
            Objective objective,
            Calibration calibration,
            Optional<URI> delayService,
            Foresight foresight,
            String host,
            int port)
            throws InterruptedException {
        RunningService service = new RunningService(host);
        try {
            ServiceDescription description = new ServiceDescription(
                    Version.current(),
                    Objects.requireNonNullElse(System.getenv(RUN_VARIABLE), "none"),
                    deployment,
                    limits,
                    objective,
                    calibration,
                    delayService.orElseGet(service::startDelayService));
            service.startFront(description, service.startExecution(executions, description), foresight, port);
            return service;
        } catch (RuntimeException e) {
            service.close();
            throw e;
        }
    }

    private URI startDelayService() {
        try {
            DelayServer server = DelayServer.start("127.0.0.1", 0);
            closing.push(server::close);
            return server.uri();
        } catch (IOException e) {
            throw new UnfitEnvironmentException("cannot start: " + e.getMessage());
        }
    }

    private Execution startExecution(Executions executions, ServiceDescription description)
            throws InterruptedException {
        Execution execution = executions.start(description);
        closing.push(execution::close);
        return execution;
    }

    private void startFront(ServiceDescription description, Execution execution, Foresight foresight, int wanted) {
        try {
            ReactiveWebServerApplicationContext front =
                    ServiceApplication.start(description, execution, foresight, host, wanted);
            closing.push(front::close);
            port = Objects.requireNonNull(front.getWebServer()).getPort();
        } catch (RuntimeException e) {
            throw switch (e.getCause()) {
                case PortInUseException _ ->
                    new UnfitEnvironmentException("--port: " + wanted + " is in use on " + host);
                case WebServerException _ ->
                    new UnfitEnvironmentException("--host: cannot listen on " + host + " port " + wanted);
                case null, default -> e;
            };
        }
    }

    /** Where it answers. */
    URI uri() {
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
    }

    /** Accepts nothing more, lets requests in flight end, and frees everything in the reverse order of its start. */
    @Override
    public void close() {
        while (!closing.isEmpty()) {
            closing.pop().run();
        }
    }
}
