package gilbench.bench.result;

import gilbench.scenario.Calibration;
import gilbench.scenario.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** All that one execution of a plan found; trials stand in the order in which they were made. */
public record RunResult(
        Origin origin,
        Plan plan,
        Instant started,
        Duration elapsed,
        RunState state,
        Environment environment,
        Calibration calibration,
        List<Launch> launches,
        List<Trial> trials,
        List<Cell> cells,
        List<Conclusion> conclusions,
        List<Finding> findings) {
    /** The version of the JSON form: raised when a reader of the old one would misread the new one. */
    public static final int SCHEMA_VERSION = 1;

    /** Copies the lists. */
    public RunResult {
        launches = List.copyOf(launches);
        trials = List.copyOf(trials);
        cells = List.copyOf(cells);
        conclusions = List.copyOf(conclusions);
        findings = List.copyOf(findings);
    }
}
