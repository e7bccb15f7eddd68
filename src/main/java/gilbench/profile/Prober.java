package gilbench.profile;

import gilbench.bench.load.LoadDriver;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Sends rounds of simultaneous requests, and reads before and after what processor time they took.
 *
 * @param drivers of connections that nobody used before
 * @param tree the service
 */
record Prober(Supplier<LoadDriver> drivers, ProcessTree tree) {
    /** Rounds of a block before those that count: they open the connections and show which processes got them. */
    static final int REHEARSALS = 1;

    private static final int ATTEMPTS = 8;
    private static final double NANOS = 1e9;

    /** Rounds of {@code together} requests on connections to one process, if such are to be had in a few attempts. */
    Block block(URI address, int together, int rounds) throws InterruptedException {
        for (int attempt = 1; true; attempt++) {
            try (LoadDriver driver = drivers.get()) {
                TreeTime fresh = tree.time();
                rounds(driver, address, together, REHEARSALS);
                TreeTime before = tree.time();
                boolean met = before.since(fresh).serving().size() <= 1;
                if (met || together == 1 || attempt == ATTEMPTS) {
                    List<Round> seen = rounds(driver, address, together, rounds);
                    TreeUse use = tree.time().since(before);
                    return new Block(together, seen, use);
                }
            }
        }
    }

    private List<Round> rounds(LoadDriver driver, URI address, int together, int number) throws InterruptedException {
        List<Round> rounds = new ArrayList<>();
        TreeTime before = tree.time();
        for (int i = 0; i < number; i++) {
            double wall = new Requests(driver, address).seconds(together, 1);
            TreeTime after = tree.time();
            rounds.add(new Round(wall, after.since(before).total() / NANOS, after.waitedSince(before) / NANOS));
            before = after;
        }
        return rounds;
    }

    /** Lone requests, each with a reading at a moment of {@code moments}, seconds after its start; without those that ended sooner. */
    List<Glimpse> glimpses(URI address, List<Double> moments) throws InterruptedException {
        List<Glimpse> glimpses = new ArrayList<>();
        try (LoadDriver driver = drivers.get()) {
            rounds(driver, address, 1, REHEARSALS);
            for (double moment : moments) {
                glimpse(driver, address, moment).ifPresent(glimpses::add);
            }
        }
        return glimpses;
    }

    private Optional<Glimpse> glimpse(LoadDriver driver, URI address, double moment) throws InterruptedException {
        TreeTime before = tree.time();
        FutureTask<TreeTime> reading = new FutureTask<>(tree::time);
        CompletableFuture.delayedExecutor(Math.round(moment * NANOS), TimeUnit.NANOSECONDS)
                .execute(reading);
        new Requests(driver, address).seconds(1, 1);
        if (!reading.isDone()) {
            reading.cancel(false);
            return Optional.empty();
        }
        TreeTime between = read(reading);
        return Optional.of(new Glimpse(
                between.since(before).total() / NANOS,
                tree.time().since(between).total() / NANOS));
    }

    /**
     * Requests that each start about so many seconds of {@code offsets} after another to the same process;
     * empty when no two connections to one process are to be had in a few attempts.
     */
    List<Staggered> staggered(URI address, List<Double> offsets) throws InterruptedException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try (LoadDriver one = drivers.get();
                    LoadDriver other = drivers.get()) {
                TreeTime fresh = tree.time();
                rounds(one, address, 1, REHEARSALS);
                rounds(other, address, 1, REHEARSALS);
                if (tree.time().since(fresh).serving().size() <= 1) {
                    return staggered(new Requests(one, address), new Requests(other, address), offsets);
                }
            }
        }
        return List.of();
    }

    private static List<Staggered> staggered(Requests one, Requests other, List<Double> offsets)
            throws InterruptedException {
        List<Staggered> seen = new ArrayList<>();
        for (double offset : offsets) {
            FutureTask<Answer> later = new FutureTask<>(() -> Answer.of(other));
            CompletableFuture.delayedExecutor(Math.round(offset * NANOS), TimeUnit.NANOSECONDS)
                    .execute(later);
            Answer first = Answer.of(one);
            Answer second = read(later);
            seen.add(new Staggered((second.began - first.began) / NANOS, first.seconds, second.seconds));
        }
        return seen;
    }

    /** When a request began, and how long it took. */
    private record Answer(long began, double seconds) {
        static Answer of(Requests requests) throws InterruptedException {
            long began = System.nanoTime();
            return new Answer(began, requests.seconds(1, 1));
        }
    }

    private static <T> T read(FutureTask<T> reading) throws InterruptedException {
        try {
            return reading.get();
        } catch (ExecutionException e) {
            throw new ProfileException(String.valueOf(e.getCause()));
        }
    }
}
