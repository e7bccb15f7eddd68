package gilbench.bench.runner;

import gilbench.bench.result.Environment;
import gilbench.bench.result.Finding;
import gilbench.bench.result.FindingType;
import gilbench.bench.result.Launch;
import gilbench.bench.result.Measurement;
import gilbench.bench.result.Origin;
import gilbench.bench.result.RunResult;
import gilbench.bench.result.RunState;
import gilbench.bench.result.Trial;
import gilbench.bench.result.Trial.LoadTrial;
import gilbench.bench.result.Trial.ProgramTrial;
import gilbench.scenario.Calibration;
import gilbench.scenario.Plan;
import gilbench.scenario.RequestProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a run makes of its record: findings on trials, the state of the whole, cells and conclusions. */
final class Judging {
    private static final Set<FindingType> GATES_OF_THE_RUN =
            Set.of(FindingType.DELAY_SERVICE_SLOW, FindingType.ENDPOINT_CHECK, FindingType.CELLS_MISSING);

    private Judging() {}

    /** The findings of the gates on one measurement. */
    static List<Finding> gates(Measurement measurement, RequestProfile profile) {
        return List.of();
    }

    /** {@code trial} with {@code more} findings. */
    static Trial with(Trial trial, List<Finding> more) {
        List<Finding> findings = new ArrayList<>(trial.findings());
        findings.addAll(more);
        return switch (trial) {
            case LoadTrial load ->
                new LoadTrial(
                        load.cell(),
                        load.launch(),
                        load.order(),
                        load.measurement(),
                        load.capacityShare(),
                        load.serviceCpu(),
                        findings);
            case ProgramTrial program ->
                new ProgramTrial(
                        program.cell(),
                        program.launch(),
                        program.order(),
                        program.requests(),
                        program.blocks(),
                        findings);
        };
    }

    /** The whole result. */
    static RunResult result(
            Plan plan,
            Instant started,
            Duration elapsed,
            RunState state,
            Environment environment,
            Calibration calibration,
            RunRecord record) {
        return new RunResult(
                Origin.MEASURED,
                plan,
                started,
                elapsed,
                state(state, record),
                environment,
                calibration,
                record.launches(),
                record.trials(),
                List.of(),
                List.of(),
                record.findings());
    }

    /** A run that made all it could is invalid all the same when a gate of the whole run failed. */
    private static RunState state(RunState made, RunRecord record) {
        Stream<Finding> all = Stream.concat(
                record.findings().stream(),
                record.launches().stream().map(Launch::findings).flatMap(List::stream));
        return made == RunState.COMPLETE && all.map(Finding::type).anyMatch(GATES_OF_THE_RUN::contains)
                ? RunState.INVALID
                : made;
    }
}
