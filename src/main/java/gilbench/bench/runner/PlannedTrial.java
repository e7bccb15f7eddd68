package gilbench.bench.runner;

import gilbench.bench.result.CellKey;
import gilbench.scenario.Experiment;
import java.time.Duration;

/** A trial as a schedule foresees it. */
public sealed interface PlannedTrial {
    /** Its place in the order of the run, from 0. */
    int order();

    /** The cell that it measures. */
    CellKey cell();

    /** What it belongs to. */
    Experiment experiment();

    /** How long it is expected to take. */
    Duration expected();

    /** A program, all its blocks. */
    record OfProgram(int order, CellKey cell, Experiment.Program experiment, Duration expected)
            implements PlannedTrial {}

    /** One point of a load. */
    record OfLoad(int order, CellKey cell, Experiment.Load experiment, LoadPoint point, Duration expected)
            implements PlannedTrial {}
}
