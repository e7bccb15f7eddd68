package gilbench.predict;

import gilbench.bench.arrival.Sending;
import gilbench.predict.Model.Load;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Simulates a replay again and again until the mean response time is known well enough or the cap on work is reached.
 * Replication i always has the same seed, whoever simulates it.
 */
final class Replays {
    /** Without a second one nothing would be known of what is random besides the arrivals. */
    private static final int FEWEST = 2;

    private static final int GROWTH = 4;

    private final Replay replay;
    private final Scenario scenario;
    private final Bounds bounds;
    private final List<Model> models;
    private final int most;

    Replays(Replay replay) {
        this.replay = replay;
        this.scenario = replay.scenario();
        this.bounds = Bounds.of(scenario);
        Model model = ModelOf.scenario(scenario);
        this.models = replay.sendings().stream()
                .map(sending -> model.with(new Load.Open(_ -> sending.arrivals())))
                .toList();
        this.most = replay.replications();
    }

    /** Whether the cap on work allows what a replay needs. */
    boolean possible() {
        return most >= FEWEST;
    }

    Prediction predict() {
        List<Observation> seen = new ArrayList<>();
        int number = Math.min(scenario.effort().replications(), most);
        long events = events(number);
        while (true) {
            seen.addAll(replications(seen.size(), number, events));
            number = next(seen);
            if (number <= seen.size() || Rounds.cutShort(seen) || Rounds.precise(scenario, seen)) {
                return new Summary(scenario, bounds, seen, true).prediction();
            }
        }
    }

    /** How many replications are enough for another look, within the cap on work. */
    private int next(List<Observation> seen) {
        double events = seen.stream().mapToLong(Observation::events).average().orElseThrow();
        int affordable = (int) Math.min(scenario.effort().events() / Math.max(1, events), most);
        return Math.min(GROWTH * seen.size(), affordable);
    }

    /** Most events of one simulation. */
    private long events(int replications) {
        return Math.max(Rounds.FEWEST_EVENTS, scenario.effort().events() / replications / models.size());
    }

    private List<Observation> replications(int from, int to, long events) {
        return IntStream.range(from, to)
                .parallel()
                .mapToObj(replication -> replication(replication, events))
                .toList();
    }

    private Observation replication(int replication, long events) {
        return Observation.pooled(IntStream.range(0, models.size())
                .mapToObj(i -> {
                    Sending sending = replay.sendings().get(i);
                    long seed = Rounds.seed(scenario.seed(), replication * models.size() + i);
                    return new Simulation(models.get(i), seed)
                            .observe(
                                    sending.leadIn().toNanos(), sending.window().toNanos(), events);
                })
                .toList());
    }
}
