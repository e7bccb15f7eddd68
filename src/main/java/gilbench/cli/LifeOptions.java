package gilbench.cli;

import gilbench.predict.WorkerLife;
import gilbench.scenario.BoundException;
import gilbench.scenario.ConcurrencyModel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say when worker processes end and are started anew. */
final class LifeOptions {
    @Option(
            names = "--recycle-after",
            paramLabel = "N",
            description = "A worker process ends after N requests and another starts, as with gunicorn's max_requests.")
    private @Nullable Integer recycleAfter;

    @Option(
            names = "--recycle-jitter",
            paramLabel = "N",
            description = "Each process serves up to so many requests more, drawn anew (default: 0).")
    private @Nullable Integer recycleJitter;

    @Option(
            names = "--lose-worker-every",
            paramLabel = "DURATION",
            description =
                    "Each worker process is lost at random, on average once in this time, with what it carries out.")
    private @Nullable Duration loseEvery;

    /**
     * When workers end.
     *
     * @param models that are asked for, one of which must have worker processes if they are to end
     */
    WorkerLife life(List<ConcurrencyModel> models) {
        WorkerLife life = QuestionOptions.optioned(
                () -> WorkerLife.of(optional(recycleAfter), optional(recycleJitter), Optional.ofNullable(loseEvery)));
        if (!life.equals(WorkerLife.ENDLESS) && !models.contains(ConcurrencyModel.WORKER_PROCESSES)) {
            String given = recycleAfter != null ? "--recycle-after" : "--lose-worker-every";
            throw new BoundException(given, "is given", "and needs --model worker-processes");
        }
        return life;
    }

    private static OptionalInt optional(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
