package gilbench.cli;

import gilbench.bench.arrival.Sending;
import gilbench.bench.judge.Cells;
import gilbench.bench.judge.ParallelEfficiency;
import gilbench.bench.result.Cell.LoadCell;
import gilbench.bench.result.Origin;
import gilbench.bench.result.Predictions;
import gilbench.bench.result.RunResult;
import gilbench.bench.result.RunState;
import gilbench.bench.result.Trial;
import gilbench.bench.result.Trial.LoadTrial;
import gilbench.bench.runner.Sendings;
import gilbench.predict.Effort;
import gilbench.predict.Mix;
import gilbench.predict.PredictedCell;
import gilbench.predict.Prediction;
import gilbench.predict.Predictor;
import gilbench.predict.Replay;
import gilbench.predict.Scenario;
import gilbench.predict.Sharing;
import gilbench.scenario.BoundException;
import gilbench.scenario.MachineTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/**
 * What the model says of the load cells that a run has measured: the same deployment, profile and workload in virtual time.
 *
 * <p>An open load of the embedded driver is predicted under the very arrivals of the trials behind its cell, with their
 * lead-ins and windows, so that chance in the arrivals is no part of the errors: a window of a few seconds has few independent
 * queues. Its intervals are over all else that is random. Closed loads, loads that k6 sent, and windows with more arrivals than
 * half of what may be simulated are predicted under arrivals of their own.
 *
 * <p>Nothing is fitted to the run but the parallel efficiency of the machine, which its plain burners show.
 */
final class RunPredictions {
    /** About 50 ms of simulation for each cell on an ordinary core. */
    private static final Effort USUAL = new Effort(10, 0.01, 100_000, 2_000_000);

    /** Of a quick run, and of one that was interrupted: somebody waits for it to end. */
    private static final Effort HASTY = new Effort(8, 0.01, 20_000, 400_000);

    private final RunResult result;
    private final MachineTimes times;
    private final boolean replayed;
    private final BooleanSupplier enough;
    private final List<String> leftOut = new ArrayList<>();

    /**
     * Predictions of the cells of {@code result}.
     *
     * @param driver what sent the load
     * @param enough whether to stop before the next cell
     */
    RunPredictions(RunResult result, MachineTimes machine, DriverKind driver, BooleanSupplier enough) {
        this.result = result;
        OptionalDouble seen = ParallelEfficiency.of(result);
        this.times = seen.isPresent() ? machine.withParallelEfficiency(seen.getAsDouble()) : machine;
        this.replayed = driver == DriverKind.EMBEDDED;
        this.enough = enough;
    }

    /**
     * Predicts one cell after the other.
     *
     * @param machine where the times come from, as a sentence without its full stop
     * @param progress told now and then which share is done
     */
    Predictions predict(String machine, DoubleConsumer progress) {
        List<LoadCell> measured = result.cells().stream()
                .filter(LoadCell.class::isInstance)
                .map(LoadCell.class::cast)
                .toList();
        List<LoadCell> predicted = new ArrayList<>();
        for (int i = 0; i < measured.size(); i++) {
            if (result.state() != RunState.INTERRUPTED && enough.getAsBoolean()) {
                leftOut.add(measured.size() - i + " cells: interrupted");
                break;
            }
            progress.accept(i / (double) measured.size());
            predict(measured.get(i), predicted);
        }
        return new Predictions(Origin.PREDICTED, machine + efficiency(), predicted, leftOut);
    }

    private void predict(LoadCell cell, List<LoadCell> predicted) {
        try {
            predicted.add(PredictedCell.of(cell.key(), prediction(cell)));
        } catch (BoundException impossible) {
            leftOut.add(cell.key() + ": " + impossible.getMessage());
        }
    }

    private Prediction prediction(LoadCell cell) {
        Scenario scenario = scenario(cell);
        List<Trial> trials = Cells.behind(cell.key(), result.launches(), result.trials());
        List<Sending> sendings = trials.stream()
                .filter(LoadTrial.class::isInstance)
                .flatMap(trial -> Sendings.of(result.plan(), (LoadTrial) trial).stream())
                .toList();
        return replayed && !sendings.isEmpty() && sendings.size() == trials.size()
                ? Predictor.replay(new Replay(scenario, sendings))
                : Predictor.predict(scenario);
    }

    private Scenario scenario(LoadCell cell) {
        return new Scenario(
                result.deployment(cell.key()),
                times,
                Mix.of(result.profile(cell.key())),
                cell.workload(),
                Sharing.SHARED,
                result.plan().seed(),
                result.plan().quick() || result.state() == RunState.INTERRUPTED ? HASTY : USUAL);
    }

    private String efficiency() {
        return times.parallelEfficiency() == 1
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; a core has %.0f %% of its speed when all are busy",
                        100 * times.parallelEfficiency());
    }
}
