package gilbench.bench.judge;

import gilbench.bench.result.Cell;
import gilbench.bench.result.Finding;
import gilbench.bench.result.FindingType;
import gilbench.bench.result.Launch;
import gilbench.bench.result.Verdict;
import gilbench.scenario.Experiment;
import gilbench.scenario.Plan;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a run as a whole is worth something: no gate of the whole run failed, and each experiment of the plan, which compares
 * its deployments, has a usable cell left.
 */
public final class RunVerdict {
    private static final Set<FindingType> GATES_OF_THE_RUN =
            Set.of(FindingType.DELAY_SERVICE_SLOW, FindingType.ENDPOINT_CHECK, FindingType.ENVIRONMENT);

    private RunVerdict() {}

    /**
     * The reasons why the run is invalid, one sentence each; none when it is not.
     *
     * @param findings of the run itself
     */
    public static List<String> reasons(Plan plan, List<Launch> launches, List<Finding> findings, List<Cell> cells) {
        Stream<String> gates = Stream.concat(
                        findings.stream(),
                        launches.stream().map(Launch::findings).flatMap(List::stream))
                .filter(finding -> finding.verdict() == Verdict.INVALID)
                .filter(finding -> GATES_OF_THE_RUN.contains(finding.type()))
                .map(finding -> finding.type().label() + ": " + finding.message());
        Stream<String> comparisons = plan.experiments().stream()
                .map(Experiment::name)
                .filter(name -> cells.stream()
                        .noneMatch(cell -> cell.key().experiment().equals(name) && cell.verdict() != Verdict.INVALID))
                .map(name -> "experiment " + name + " has no usable cell");
        return Stream.concat(gates, comparisons).distinct().toList();
    }
}
