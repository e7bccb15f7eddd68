package gilbench.profile;

import gilbench.predict.Mix;
import gilbench.predict.Scenario;
import gilbench.predict.Simultaneous;
import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.Defaults;
import gilbench.scenario.Deployment;
import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.InterpreterProfile;
import gilbench.scenario.Limits;
import gilbench.scenario.MachineTimes;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.Workload;
import gilbench.scenario.text.ProfileText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Observations of services whose cost is known: their times are predicted, with noise. */
final class Seen {
    static final InterpreterProfile MACHINE =
            new InterpreterProfile("gil", Interpreter.of(InterpreterKind.GIL), 1, MachineTimes.TYPICAL);
    private static final int TRIPLES = 10;
    private static final int ROUNDS = 10;
    private static final double OVERHEAD = 0.4e-3;
    private static final double EMPTY_CPU = 0.2e-3;

    private final Shape shape;
    private final RequestProfile profile;
    private final double noise;
    private final SplittableRandom random = new SplittableRandom(7);

    private Seen(Shape shape, String profile, double noise) {
        this.shape = shape;
        this.profile = ProfileText.parse(profile, Limits.DEFAULT);
        this.noise = noise;
    }

    static Seen threads(String profile, int threads, int cores, double noise) {
        return new Seen(
                new Shape(Shape.Kind.THREADS, 1, threads, Interpreter.of(InterpreterKind.GIL), cores), profile, noise);
    }

    static Seen loop(String profile, double noise) {
        return new Seen(new Shape(Shape.Kind.LOOP, 1, 1, Interpreter.of(InterpreterKind.GIL), 4), profile, noise);
    }

    /** All requests of a round in one process. */
    Observations inOneProcess() {
        return observations(Set.of());
    }

    /** The same, with readings under way that all saw {@code glimpse}. */
    Observations watched(Glimpse glimpse) {
        Observations seen = inOneProcess();
        return new Observations(
                seen.triples(),
                seen.workers(),
                seen.programs(),
                seen.cores(),
                Collections.nCopies(40, glimpse),
                List.of());
    }

    /** Requests that are late by {@code share} of what others have still to do of {@code tail} seconds when they start. */
    List<Staggered> staggered(double tail, double share) {
        double wall = Simultaneous.lastEnd(scenario(), 1, 4) + OVERHEAD;
        return TailShare.offsets(Duration.ofSeconds(3), wall - OVERHEAD, tail).stream()
                .map(offset -> {
                    double first = disturbed(wall);
                    double left = Math.clamp(first - OVERHEAD - offset, 0, tail);
                    return new Staggered(offset, first, disturbed(wall) + share * left);
                })
                .toList();
    }

    /** Of these triples, counted from 0, the requests of a round went to several processes. */
    Observations observations(Set<Integer> apart) {
        List<Triple> triples = new ArrayList<>();
        for (int i = 0; i < TRIPLES; i++) {
            int processes = apart.contains(i) ? 2 : 1;
            triples.add(new Triple(block(1, 1), block(2, processes), block(3, processes), Optional.of(empty())));
        }
        return new Observations(triples, Set.of(), Set.of("python3.13"), shape.cores(), List.of(), List.of());
    }

    static Set<Integer> every() {
        return Set.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    private Block block(int together, int processes) {
        double alone = processes > 1 ? 1 : together;
        double wall = Simultaneous.lastEnd(scenario(), (int) alone, 4);
        TreeUse use = use(together, processes);
        return new Block(
                together, List.of(new Round(disturbed(wall) + OVERHEAD, use.total() / (ROUNDS * 1e9), 0)), use);
    }

    private double disturbed(double value) {
        return value * (1 + noise * (random.nextDouble() - 0.5));
    }

    private TreeUse use(int together, int processes) {
        long each = Math.round(disturbed((double) profile.cpu().toNanos()) * ROUNDS);
        boolean alone = shape.kind() == Shape.Kind.LOOP || shape.threads() == 1;
        Map<Long, ProcessUse> used = new HashMap<>();
        used.put(99L, new ProcessUse(Map.of(99L, 1000L), 0));
        for (int process = 0; process < processes; process++) {
            int requests = processes == 1 ? together : process == 0 ? together - 1 : 1;
            Map<Long, Long> threads = new HashMap<>();
            for (long request = 0; request < requests; request++) {
                threads.merge(alone ? 0 : request, each, Long::sum);
            }
            used.put(100L + process, new ProcessUse(threads, 0));
        }
        return new TreeUse(used, TreeUse.Loss.NONE);
    }

    private static Block empty() {
        TreeUse use = new TreeUse(
                Map.of(100L, new ProcessUse(Map.of(1L, Math.round(EMPTY_CPU * 1e9 * ROUNDS)), 0)), TreeUse.Loss.NONE);
        return new Block(1, List.of(new Round(EMPTY_CPU + OVERHEAD, EMPTY_CPU, 0)), use);
    }

    private Scenario scenario() {
        Deployment deployment = new Deployment(
                shape.deployment().model(),
                shape.interpreter(),
                1,
                shape.threads(),
                Defaults.QUEUE,
                Defaults.MAX_IN_FLIGHT,
                shape.cores(),
                Duration.ofMinutes(2));
        return Scenario.of(deployment, Mix.of(profile), new Workload.Open(ArrivalPattern.CONSTANT, 1));
    }
}
