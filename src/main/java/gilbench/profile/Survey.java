package gilbench.profile;

import gilbench.bench.load.LoadDriver;
import gilbench.bench.stats.Estimate;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;

/**
 * Measures a service: one request at a time, two and three at once, in blocks that alternate.
 *
 * @param address what to ask
 * @param baseline an endpoint that does nothing
 * @param tree the processes of the service
 * @param cores processors that it may use
 * @param length how long to measure, about
 */
public record Survey(URI address, Optional<URI> baseline, ProcessTree tree, int cores, Duration length) {
    /** Requests of the warm-up: as many as fit into 2 s. */
    private static final int MOST_WARM_UP = 300;

    private static final double WARM_UP_SECONDS = 2;
    private static final double BASELINE_SHARE = 0.2;
    private static final double GLIMPSE_SHARE = 0.2;

    /** Of the length, on top of it. */
    private static final double STAGGERED_SHARE = 0.15;

    /** What follows a wait and is shorter does not matter, seconds. */
    private static final double LEAST_TAIL = 1e-3;

    private static final double LEAST_CPU = 20e-6;
    private static final double LITTLE_CPU = 300e-6;
    private static final int SIZES = 3;

    /**
     * Measures.
     *
     * @param drivers of new connections
     * @param said told what will be sent, before it is sent
     * @param progress told which share is done
     * @throws ProfileException when requests fail, or the processes have nothing to do with them
     */
    public Observations measure(Supplier<LoadDriver> drivers, Consumer<String> said, DoubleConsumer progress)
            throws InterruptedException {
        Prober prober = new Prober(drivers, tree);
        said.accept("warming up: at most " + MOST_WARM_UP + " requests to " + address
                + baseline.map(uri -> " and as many to " + uri).orElse("") + ", at most 3 at once, for about 3 s each");
        double[] walls = rehearsed(prober, address);
        double rest = 1 - GLIMPSE_SHARE - (baseline.isPresent() ? BASELINE_SHARE : 0);
        Schedule schedule = Schedule.within(scaled(rest), walls[0] + walls[1] + walls[2]);
        Schedule lone = Schedule.of(schedule.blocks(), scaled(GLIMPSE_SHARE), walls[0]);
        Optional<Schedule> empty = baseline.isPresent()
                ? Optional.of(
                        Schedule.of(schedule.blocks(), scaled(BASELINE_SHARE), rehearsed(prober, baseline.get())[0]))
                : Optional.empty();
        said.accept("measuring: " + (schedule.requests(1 + 2 + SIZES) + lone.requests(1)) + " requests to " + address
                + empty.map(each -> " and " + each.requests(1) + " to " + baseline.get())
                        .orElse("")
                + ", at most 3 at once, for about " + length.toSeconds() + " s");
        Observations seen =
                observed(prober, schedule, lone, empty.map(Schedule::rounds).orElse(0), progress);
        return seen.with(staggered(prober, seen, said));
    }

    private Duration scaled(double share) {
        return Duration.ofNanos(Math.round(length.toNanos() * share));
    }

    /** Warms everything up, and returns how long one, two and three requests at once take about. */
    private double[] rehearsed(Prober prober, URI uri) throws InterruptedException {
        Block first = prober.block(uri, 1, 1);
        int rounds = (int) Math.clamp(WARM_UP_SECONDS / first.wall(), 1, MOST_WARM_UP / 2);
        Block warm = prober.block(uri, 1, rounds);
        if (warm.cpu() < LEAST_CPU
                || (warm.cpu() < LITTLE_CPU && tree.listening(port()).isEmpty())) {
            throw new ProfileException("the process and its children used no processor time while " + uri
                    + " answered: is it another process that serves it?");
        }
        int few = Math.max(1, rounds / 10);
        return new double[] {
            warm.wall(),
            prober.block(uri, 2, few).wall(),
            prober.block(uri, SIZES, few).wall()
        };
    }

    private Observations observed(
            Prober prober, Schedule schedule, Schedule lone, int baselineRounds, DoubleConsumer progress)
            throws InterruptedException {
        List<Glimpse> glimpses = new ArrayList<>();
        List<Triple> triples = new ArrayList<>();
        Set<String> programs = new TreeSet<>();
        for (int i = 0; i < schedule.blocks(); i++) {
            Map<Integer, Block> blocks = new HashMap<>();
            for (int turn = 0; turn < SIZES; turn++) {
                int together = (i + turn) % SIZES + 1;
                blocks.put(together, prober.block(address, together, schedule.rounds()));
                progress.accept((i + (turn + 1.0) / SIZES) / schedule.blocks());
            }
            Optional<Block> empty = baseline.isPresent()
                    ? Optional.of(prober.block(baseline.get(), 1, baselineRounds))
                    : Optional.empty();
            blocks.values()
                    .forEach(block ->
                            block.use().serving().stream().map(tree::program).forEach(programs::add));
            glimpses.addAll(
                    prober.glimpses(address, lone.moments(i, of(blocks, 1).wall())));
            triples.add(new Triple(of(blocks, 1), of(blocks, 2), of(blocks, SIZES), empty));
        }
        return new Observations(triples, tree.listening(port()), programs, cores, glimpses, List.of());
    }

    /** Requests of which one starts while the other is behind its wait, where that may tell something. */
    private List<Staggered> staggered(Prober prober, Observations seen, Consumer<String> said)
            throws InterruptedException {
        double tail = seen.tail().map(Estimate::value).orElse(0.0);
        if (tail < LEAST_TAIL || Serving.of(seen.triples()) == Serving.ONE_THREAD) {
            return List.of();
        }
        List<Double> offsets = TailShare.offsets(scaled(STAGGERED_SHARE), seen.wall() - seen.overhead(), tail);
        said.accept("following: " + offsets.size() + " pairs of requests to " + address
                + ", the second of each shortly before the answer to the first, for about "
                + Math.max(1, Math.round(2 * seen.wall() * offsets.size())) + " s");
        return prober.staggered(address, offsets);
    }

    private static Block of(Map<Integer, Block> blocks, int together) {
        return Objects.requireNonNull(blocks.get(together));
    }

    private int port() {
        int https = 443;
        int http = 80;
        return address.getPort() >= 0 ? address.getPort() : "https".equals(address.getScheme()) ? https : http;
    }
}
