package gilbench.service.web;

import gilbench.scenario.Calibration;
import gilbench.scenario.Deployment;
import gilbench.scenario.Limits;
import java.net.URI;

/**
 * What a service says about itself.
 *
 * @param version of the program
 * @param run the run that the service was started for; {@code none} outside a run
 */
public record ServiceDescription(
        String version, String run, Deployment deployment, Limits limits, Calibration calibration, URI delayService) {}
