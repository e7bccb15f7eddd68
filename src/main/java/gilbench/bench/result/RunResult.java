package gilbench.bench.result;

import gilbench.scenario.Calibration;
import gilbench.scenario.Deployment;
import gilbench.scenario.Experiment;
import gilbench.scenario.NamedDeployment;
import gilbench.scenario.Plan;
import gilbench.scenario.RequestProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that one execution of a plan found; trials stand in the order in which they were made.
 *
 * @param predictions what the model says of the same cells, once it was asked
 */
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
        List<Finding> findings,
        Optional<Predictions> predictions) {
    /** The version of the JSON form: raised when a reader of the old one would misread the new one. */
    public static final int SCHEMA_VERSION = 2;

    /** Copies the lists. */
    public RunResult {
        launches = List.copyOf(launches);
        trials = List.copyOf(trials);
        cells = List.copyOf(cells);
        conclusions = List.copyOf(conclusions);
        findings = List.copyOf(findings);
    }

    /** A result that stands alone. */
    public RunResult(
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
        this(
                origin,
                plan,
                started,
                elapsed,
                state,
                environment,
                calibration,
                launches,
                trials,
                cells,
                conclusions,
                findings,
                Optional.empty());
    }

    /** This result beside what the model says of it. */
    public RunResult beside(Predictions predicted) {
        return new RunResult(
                origin,
                plan,
                started,
                elapsed,
                state,
                environment,
                calibration,
                launches,
                trials,
                cells,
                conclusions,
                findings,
                Optional.of(predicted));
    }

    /** The deployment of a cell of the plan. */
    public Deployment deployment(CellKey cell) {
        return plan.deployments().stream()
                .filter(each -> each.name().equals(cell.deployment()))
                .map(NamedDeployment::deployment)
                .findFirst()
                .orElseThrow();
    }

    /** The request profile of a cell of the plan. */
    public RequestProfile profile(CellKey cell) {
        return plan.experiments().stream()
                .filter(each -> each.name().equals(cell.experiment()))
                .map(Experiment::profile)
                .findFirst()
                .orElseThrow();
    }
}
