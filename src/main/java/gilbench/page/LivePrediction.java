package gilbench.page;

import gilbench.predict.Effort;
import gilbench.predict.Prediction;
import gilbench.predict.Scenario;
import gilbench.predict.Sharing;
import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.Defaults;
import gilbench.scenario.Deployment;
import gilbench.scenario.MachineTimes;
import gilbench.scenario.Workload;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Predicts, whenever it is run, what a deployment should do with the requests that came since the last time, as if they went on
 * arriving at that rate at random.
 *
 * <p>Not safe for several threads.
 */
public final class LivePrediction implements Runnable {
    /** Enough for a p99, and some 100 ms of one processor. */
    private static final Effort EFFORT = new Effort(8, 0.02, 20_000, 400_000);

    private final Deployment deployment;
    private final MachineTimes times;
    private final ArrivalLog arrivals;
    private final PredictionDesk desk;
    private final Consumer<Optional<Prediction>> shown;

    /**
     * Predictions of {@code deployment}.
     *
     * @param shown is told of each prediction, and of none when nothing came
     */
    public LivePrediction(
            Deployment deployment,
            MachineTimes times,
            ArrivalLog arrivals,
            PredictionDesk desk,
            Consumer<Optional<Prediction>> shown) {
        this.deployment = deployment;
        this.times = times;
        this.arrivals = arrivals;
        this.desk = desk;
        this.shown = shown;
    }

    /** Begins the next prediction; while another is made at the desk, what was shown stays. */
    @Override
    public void run() {
        Optional<ArrivalLog.Demand> demand = arrivals.take();
        demand.map(this::scenario)
                .ifPresentOrElse(
                        scenario -> desk.predict(scenario).ifPresent(this::show), () -> shown.accept(Optional.empty()));
    }

    private void show(CompletableFuture<Prediction> made) {
        var _ = made.whenComplete((prediction, _) -> shown.accept(Optional.ofNullable(prediction)));
    }

    private Scenario scenario(ArrivalLog.Demand demand) {
        return new Scenario(
                deployment,
                times,
                demand.mix(),
                new Workload.Open(ArrivalPattern.POISSON, demand.rate()),
                Sharing.SHARED,
                Defaults.SEED,
                EFFORT);
    }
}
