package gilbench.predict;

import gilbench.bench.result.Cell;
import gilbench.bench.result.CellKey;
import gilbench.bench.result.End;
import gilbench.bench.result.Finding;
import gilbench.bench.result.InFlight;
import gilbench.bench.result.Latency;
import gilbench.bench.result.Utilisation;
import gilbench.bench.result.Verdict;
import gilbench.bench.stats.Estimate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Predictions in the form of measured results. */
public final class PredictedCell {
    private PredictedCell() {}

    /** The cell of all requests of a prediction. */
    public static Cell.LoadCell of(CellKey key, Prediction prediction) {
        return cell(key, prediction, prediction.responseTime(), prediction.completedResponseTime(), 1);
    }

    /**
     * The cell of one part of the mix, counted from 0; its budget, its processor time, its number in flight and its ends are
     * those of all requests.
     */
    public static Cell.LoadCell ofPart(CellKey key, Prediction prediction, int part) {
        ResponseTimes times = prediction.byPart().get(part);
        Mix mix = prediction.scenario().mix();
        return cell(key, prediction, times, times, mix.share(mix.parts().get(part)));
    }

    private static Cell.LoadCell cell(
            CellKey key, Prediction prediction, ResponseTimes times, ResponseTimes completed, double share) {
        double capacity = prediction.bounds().capacity();
        return new Cell.LoadCell(
                key,
                prediction.scenario().workload(),
                Double.isFinite(capacity) ? OptionalDouble.of(prediction.offered() / capacity) : OptionalDouble.empty(),
                prediction.throughput().n(),
                times.n(),
                prediction.offered() * share,
                scaled(prediction.throughput(), share),
                latency(times),
                latency(completed),
                latency(times),
                prediction.errors(),
                prediction.cpuPerRequest(),
                prediction.budget(),
                new InFlight(0, 0, prediction.inFlight().value(), prediction.mostInFlight()),
                Optional.of(new Utilisation(prediction.cores(), prediction.gils(), prediction.inFlight())),
                ends(prediction, times.n()),
                prediction.findings().stream().map(Finding::verdict).reduce(Verdict.VALID, Verdict::and),
                prediction.findings());
    }

    private static Map<End, Long> ends(Prediction prediction, long n) {
        double answered = Math.max(1e-9, 1 - prediction.rejected().value());
        long expired = ends(prediction.expired(), n / answered);
        long lost = ends(prediction.lost(), n / answered);
        Map<End, Long> ends = new EnumMap<>(End.class);
        ends.put(End.COMPLETED, n - expired - lost);
        ends.put(End.REJECTED, ends(prediction.rejected(), n / answered));
        ends.put(End.DEADLINE_PASSED, expired);
        if (lost > 0) {
            ends.put(End.WORKER_LOST, lost);
        }
        return ends;
    }

    private static long ends(Estimate share, double due) {
        return Math.round(due * share.value());
    }

    private static Latency latency(ResponseTimes times) {
        return new Latency(times.n(), times.mean(), times.p50(), times.p90(), times.p95(), times.p99(), times.max());
    }

    private static Estimate scaled(Estimate estimate, double factor) {
        return new Estimate(estimate.value() * factor, estimate.low() * factor, estimate.high() * factor, estimate.n());
    }
}
