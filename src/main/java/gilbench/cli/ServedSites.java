package gilbench.cli;

import gilbench.bench.runner.Machinery;
import gilbench.cpython.probe.ProbeSide;
import gilbench.scenario.Calibration;
import gilbench.scenario.Deployment;
import gilbench.scenario.PythonRuntime;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The processes behind {@link ServedDeployments}: one delay service, and a service for each side. */
final class ServedSites implements AutoCloseable {
    private final Machinery machinery;
    private final Deployment deployment;
    private final QuietCalibration.Observation<Calibration> calibration;
    private final Deque<Machinery.Handle> handles = new ArrayDeque<>();
    private final Map<ProbeSide, URI> services = new EnumMap<>(ProbeSide.class);

    /**
     * Nothing is started yet.
     *
     * @param calibration of the work of the services
     */
    ServedSites(Machinery machinery, Deployment deployment, QuietCalibration.Observation<Calibration> calibration) {
        this.machinery = machinery;
        this.deployment = deployment;
        this.calibration = calibration;
    }

    /**
     * Starts everything.
     *
     * @throws Machinery.MachineryException when something cannot be started
     */
    void start() throws InterruptedException {
        Calibration calibrated = calibration.observe();
        Machinery.DelayService delays = machinery.startDelayService();
        handles.push(delays);
        for (ProbeSide side : ProbeSide.values()) {
            PythonRuntime runtime = side == ProbeSide.SIMULATED ? PythonRuntime.SIMULATED : PythonRuntime.CPYTHON;
            Machinery.Service service =
                    machinery.startService(deployment.withRuntime(runtime), calibrated, delays.uri());
            handles.push(service);
            services.put(side, service.uri());
        }
    }

    /** Where a side answers. */
    URI uri(ProbeSide side) {
        return Objects.requireNonNull(services.get(side), side + " has not been started");
    }

    @Override
    public void close() {
        handles.forEach(Machinery.Handle::close);
    }
}
