package gilbench.bench.runner;

import gilbench.scenario.Deployment;
import java.util.Optional;

/** A launch at work: its service and, where something is compared with them, the plain burners beside it. */
record RunningLaunch(int index, Deployment deployment, Machinery.Service service, Optional<Machinery.Burners> burners)
        implements AutoCloseable {
    /** Starts the service of {@code launch}. */
    static RunningLaunch start(PlannedLaunch launch, Machinery machinery, RunSite site) throws InterruptedException {
        Deployment deployment = launch.deployment().deployment();
        Optional<Machinery.Burners> burners =
                launch.needsBurners() ? Optional.of(site.burners().on(deployment.cores())) : Optional.empty();
        return new RunningLaunch(
                launch.index(),
                deployment,
                machinery.startService(deployment, site.calibration(), site.delayService()),
                burners);
    }

    /**
     * Nothing happens unless the service has ended.
     *
     * @throws Machinery.MachineryException when it has
     */
    void mustLive() {
        service.cpu();
    }

    @Override
    public void close() {
        service.close();
    }
}
