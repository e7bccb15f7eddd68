package gilbench.bench.runner;

import gilbench.scenario.Deployment;
import java.util.Optional;

/** A launch at work: its service and, where something is compared with them, its plain burners. */
record RunningLaunch(int index, Deployment deployment, Machinery.Service service, Optional<Machinery.Burners> burners)
        implements AutoCloseable {
    /** Starts the processes of {@code launch}. */
    static RunningLaunch start(PlannedLaunch launch, Machinery machinery, RunSite site) throws InterruptedException {
        Deployment deployment = launch.deployment().deployment();
        Machinery.Service service = machinery.startService(deployment, site.calibration(), site.delayService());
        try {
            Optional<Machinery.Burners> burners = launch.needsBurners()
                    ? Optional.of(machinery.startBurners(site.calibration(), deployment.cores()))
                    : Optional.empty();
            return new RunningLaunch(launch.index(), deployment, service, burners);
        } catch (InterruptedException | RuntimeException e) {
            service.close();
            throw e;
        }
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
        burners.ifPresent(Machinery.Handle::close);
        service.close();
    }
}
