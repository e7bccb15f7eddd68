package gilbench.bench.report;

import gilbench.bench.result.Cell;
import gilbench.bench.result.Conclusion;
import gilbench.bench.result.Environment;
import gilbench.bench.result.Finding;
import gilbench.bench.result.Launch;
import gilbench.bench.result.Origin;
import gilbench.bench.result.Predictions;
import gilbench.bench.result.RunResult;
import gilbench.bench.result.RunState;
import gilbench.scenario.Calibration;
import gilbench.scenario.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The result of a run as JSON, {@code "schema": 2}: names in camel case, enums by label, durations and times in decimal
 * seconds, rates per second, estimates as {@code value}, {@code low}, {@code high} and {@code n}; a percentile of too few
 * requests is null; {@code predictions} has cells of the same form, and is null where nothing was predicted. Raw distributions are not part of it: they stand in {@code run.jsonl} and {@code histograms/}.
 */
public final class ResultsJson {
    private ResultsJson() {}

    /** The document, ending with a line feed. */
    public static String of(RunResult result) {
        return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(Document.of(result)) + "\n";
    }

    /** The document of cells that no plan stands behind. */
    public static String of(Origin origin, List<Cell> cells, List<String> notes) {
        return Json.MAPPER
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(new Bare(RunResult.SCHEMA_VERSION, origin, RunState.COMPLETE, cells, notes))
                + "\n";
    }

    /** The fields that a document without a plan has. */
    record Bare(int schema, Origin origin, RunState state, List<Cell> cells, List<String> notes) {}

    /** The order of the fields in the file. */
    record Document(
            int schema,
            Origin origin,
            RunState state,
            boolean quick,
            Instant started,
            Duration elapsed,
            Plan plan,
            Environment environment,
            Calibration calibration,
            List<Conclusion> conclusions,
            List<Finding> findings,
            List<Launch> launches,
            List<Cell> cells,
            Optional<Predictions> predictions,
            List<TrialSummary> trials) {
        static Document of(RunResult result) {
            return new Document(
                    RunResult.SCHEMA_VERSION,
                    result.origin(),
                    result.state(),
                    result.plan().quick(),
                    result.started(),
                    result.elapsed(),
                    result.plan(),
                    result.environment(),
                    result.calibration(),
                    result.conclusions(),
                    result.findings(),
                    result.launches(),
                    result.cells(),
                    result.predictions(),
                    result.trials().stream().map(TrialSummary::of).toList());
        }
    }
}
