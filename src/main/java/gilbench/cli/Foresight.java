package gilbench.cli;

import gilbench.page.WorkLimit;
import gilbench.scenario.MachineTimes;
import java.util.Optional;

/**
 * What a service predicts beside serving.
 *
 * @param asked how much may be simulated for one {@code POST /predict}; empty: there is no such endpoint
 * @param shown the machine for which predictions are made as meters; empty: none are
 */
record Foresight(Optional<WorkLimit> asked, Optional<MachineTimes> shown) {}
