package gilbench.service.web;

import gilbench.scenario.Calibration;
import gilbench.scenario.Deployment;
import gilbench.scenario.Limits;
import gilbench.scenario.Objective;
import java.net.URI;

/**
 * What a service says about itself.
 *
 * @param version of the program
 * @param run the run that the service was started for; {@code none} outside a run
 * @param objective what the buckets of its meters are aligned to
 */
public record ServiceDescription(
        String version,
        String run,
        Deployment deployment,
        Limits limits,
        Objective objective,
        Calibration calibration,
        URI delayService) {}
