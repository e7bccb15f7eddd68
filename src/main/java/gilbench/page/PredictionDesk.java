package gilbench.page;

import gilbench.predict.Prediction;
import gilbench.predict.Predictor;
import gilbench.predict.Scenario;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Makes one prediction at a time, on one thread of its own, so that a service beside it keeps its other processors.
 *
 * <p>Whoever comes while one is made is sent away. A place is free again when its prediction has ended, whether or not
 * somebody still waits for it.
 */
public final class PredictionDesk implements AutoCloseable {
    private final Semaphore place = new Semaphore(1);
    private final ForkJoinPool thread = new ForkJoinPool(1);
    private final Function<Scenario, Prediction> predictor;

    /** A desk where nobody is yet. */
    public PredictionDesk() {
        this(Predictor::predict);
    }

    PredictionDesk(Function<Scenario, Prediction> predictor) {
        this.predictor = predictor;
    }

    /** The prediction when it has been made; empty when another is being made. */
    public Optional<CompletableFuture<Prediction>> predict(Scenario scenario) {
        if (!place.tryAcquire()) {
            return Optional.empty();
        }
        return Optional.of(CompletableFuture.supplyAsync(() -> predictor.apply(scenario), thread)
                .whenComplete((_, _) -> place.release()));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
