package gilbench.predict;

import gilbench.bench.stats.Bootstrap;
import gilbench.bench.stats.Estimate;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.Workload;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * Simulates replications of a scenario in rounds, each four times as long as the one before, until the mean response time is
 * known well enough or the cap on work is reached.
 *
 * <p>Each replication of a round begins anew, empty, with a warm-up of a third of its window that counts for nothing, so that
 * longer rounds also forget more. A ramp is observed from its beginning to its end, in each round more often. Replication i of
 * a round always has the same seed and the same length, whoever simulates it.
 */
final class Rounds {
    private static final long FIRST = 20_000;
    private static final int GROWTH = 4;
    private static final double WARM_UP = 1.0 / 3;
    private static final double FEWEST_RESPONSES = 20;
    private static final double LONGEST = 1e8;
    private static final int LIVES = 10;
    static final int MOST_REPLICATIONS = 1000;
    static final long FEWEST_EVENTS = 20_000;

    private final Scenario scenario;
    private final DoubleConsumer progress;
    private final Bounds bounds;
    private final Model model;

    Rounds(Scenario scenario, DoubleConsumer progress) {
        this.scenario = scenario;
        this.progress = progress;
        this.bounds = Bounds.of(scenario);
        this.model = ModelOf.scenario(scenario);
    }

    Prediction predict() {
        long requests = Math.min(Math.max(FIRST, lives()), scenario.effort().requests());
        while (true) {
            List<Observation> seen = round(requests);
            boolean last = requests >= scenario.effort().requests() || hopeless() || cutShort(seen);
            if (last || precise(scenario, seen)) {
                return new Summary(scenario, bounds, seen, false).prediction();
            }
            requests = Math.min(GROWTH * requests, scenario.effort().requests());
        }
    }

    private boolean hopeless() {
        return scenario.ramp().isEmpty()
                && scenario.workload() instanceof Workload.Open open
                && open.rate() >= bounds.capacity();
    }

    /** Requests of a round in which each worker ends and starts anew several times; 0 where workers live for ever. */
    private long lives() {
        double worker =
                Math.min(rate(), bounds.capacity()) / scenario.deployment().workers();
        double span = scenario.lifeOfWorkers().span(worker);
        return Double.isInfinite(span)
                ? 0
                : Math.round(LIVES * span * rate() * scenario.effort().replications());
    }

    static boolean cutShort(List<Observation> seen) {
        return seen.stream().anyMatch(Observation::cutShort);
    }

    /** Throughput counts too: where nobody queues, response times are known long before the share that is turned away. */
    static boolean precise(Scenario scenario, List<Observation> seen) {
        List<Double> rates = seen.stream()
                .map(each -> each.completed() / (double) each.window())
                .toList();
        return halfWidth(seen, scenario.seed()) <= scenario.effort().precision()
                && halfWidth(Bootstrap.mean(rates, scenario.seed()))
                        <= scenario.effort().precision();
    }

    /** Half the width of the interval of the mean response time, as a share of it; infinite when nothing ended. */
    static double halfWidth(List<Observation> seen, long seed) {
        List<Double> means = seen.stream()
                .map(Observation::allTimes)
                .filter(times -> times.count() > 0)
                .map(Times::mean)
                .toList();
        return means.size() < seen.size() ? Double.POSITIVE_INFINITY : halfWidth(Bootstrap.mean(means, seed));
    }

    private static double halfWidth(Estimate estimate) {
        return (estimate.high() - estimate.low()) / 2 / estimate.value();
    }

    private List<Observation> round(long requests) {
        int replications = replications(requests);
        long window = window((double) requests / replications);
        long warmUp = scenario.ramp().isPresent() ? 0 : Math.round(window * WARM_UP);
        long events = Math.max(FEWEST_EVENTS, scenario.effort().events() / replications);
        AtomicInteger done = new AtomicInteger();
        return IntStream.range(0, replications)
                .parallel()
                .mapToObj(i -> {
                    Observation seen = new Simulation(model, seed(scenario.seed(), i)).observe(warmUp, window, events);
                    double share = done.incrementAndGet() / (double) replications;
                    progress.accept(share * requests / scenario.effort().requests());
                    return seen;
                })
                .toList();
    }

    /** A ramp cannot be observed for longer, but more often. */
    private int replications(long requests) {
        int fewest = scenario.effort().replications();
        return scenario.ramp()
                .map(ramp -> (int) Math.clamp(requests / Math.max(1, ramp.arrivals()), fewest, MOST_REPLICATIONS))
                .orElse(fewest);
    }

    /** Nanoseconds that a replication observes. */
    private long window(double requests) {
        double seconds = Math.max(requests / rate(), FEWEST_RESPONSES * ideal());
        return scenario.ramp()
                .map(ramp -> ramp.over().toNanos())
                .orElseGet(() -> Math.round(Math.min(seconds, LONGEST) * 1e9));
    }

    /** Requests per second that can be expected. */
    private double rate() {
        return switch (scenario.workload()) {
            case Workload.Open open -> open.rate();
            case Workload.Closed closed ->
                Math.min(
                        bounds.capacity(),
                        closed.users() / (ideal() + closed.thinkTime().toNanos() / 1e9));
        };
    }

    private double ideal() {
        return scenario.mix().mean(RequestProfile::ideal);
    }

    /** The seed of a replication. */
    static long seed(long seed, int replication) {
        long mixed = seed * 0x9E3779B97F4A7C15L + replication;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        return mixed ^ (mixed >>> 31);
    }
}
