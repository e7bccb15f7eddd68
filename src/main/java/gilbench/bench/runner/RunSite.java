package gilbench.bench.runner;

import gilbench.scenario.Calibration;
import java.net.URI;

/** What all launches of a run share. */
record RunSite(Calibration calibration, URI delayService, SharedBurners burners, Capacities capacities) {}
