package gilbench.predict;

import gilbench.bench.stats.Bootstrap;
import gilbench.bench.stats.Distribution;
import gilbench.bench.stats.Estimate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** Simulates the replications of a rehearsal and says what they saw together. */
final class Stages {
    /** Most events of all replications. */
    private static final long EVENTS = 200_000_000;

    private static final double MEDIAN = 0.5;

    private final Rehearsal rehearsal;
    private final List<Distribution.Recorder> recorders;
    private final List<Seen> seen;

    Stages(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
        recorders =
                rehearsal.actors().stream().map(_ -> Distribution.recorder()).toList();
        Model model = ModelOf.rehearsal(rehearsal);
        seen = IntStream.range(0, rehearsal.replications())
                .parallel()
                .mapToObj(i -> seen(model, i))
                .toList();
    }

    private record Seen(Stage stage, Observation observation) {
        double seconds() {
            return observation.window() / 1e9;
        }

        /** The share of all cycles of a kind that a thread with so many has; an equal share when there are none. */
        double share(int kind, ToLongFunction<long[]> chosen) {
            long[] cycles = stage.cycles(kind);
            long sum = Arrays.stream(cycles).sum();
            return sum == 0 ? 1.0 / cycles.length : chosen.applyAsLong(cycles) / (double) sum;
        }
    }

    private Seen seen(Model model, int replication) {
        Stage stage = new Stage(rehearsal, model.gil().isPresent(), recorders);
        Simulation simulation = new Simulation(model, Rounds.seed(rehearsal.seed(), replication), stage);
        return new Seen(
                stage,
                simulation.observe(
                        rehearsal.warmUp().toNanos(), rehearsal.window().toNanos(), EVENTS / rehearsal.replications()));
    }

    Rehearsed together() {
        double processes = rehearsal.deployment().workers();
        return new Rehearsed(
                Duration.ofNanos(seen.stream()
                                .mapToLong(each -> each.observation().window())
                                .sum()
                        / seen.size()),
                IntStream.range(0, rehearsal.actors().size())
                        .mapToObj(this::group)
                        .toList(),
                estimate(each -> each.observation().switches() / processes / each.seconds()),
                estimate(Stage::slices, times -> times.quantile(MEDIAN)));
    }

    private Rehearsed.Group group(int kind) {
        return new Rehearsed.Group(
                estimate(each -> Arrays.stream(each.stage().cycles(kind)).sum() / each.seconds()),
                mean(each ->
                        each.share(kind, cycles -> Arrays.stream(cycles).max().orElseThrow())),
                mean(each ->
                        each.share(kind, cycles -> Arrays.stream(cycles).min().orElseThrow())),
                waits(kind));
    }

    private Optional<Rehearsed.Waits> waits(int kind) {
        return estimate(stage -> stage.waits(kind), Times::mean)
                .map(mean -> new Rehearsed.Waits(
                        recorders.get(kind).snapshot(),
                        mean,
                        estimate(stage -> stage.waits(kind), times -> times.quantile(MEDIAN))
                                .orElseThrow()));
    }

    private double mean(ToDoubleFunction<Seen> number) {
        return seen.stream().mapToDouble(number).average().orElseThrow();
    }

    private Estimate estimate(ToDoubleFunction<Seen> number) {
        return Bootstrap.mean(seen.stream().map(number::applyAsDouble).toList(), rehearsal.seed());
    }

    /** In seconds, from the replications that saw any of these times. */
    private Optional<Estimate> estimate(Function<Stage, Times> times, ToDoubleFunction<Times> nanos) {
        List<Double> numbers = seen.stream()
                .map(each -> times.apply(each.stage()))
                .filter(each -> each.count() > 0)
                .map(each -> nanos.applyAsDouble(each) / 1e9)
                .toList();
        return numbers.isEmpty() ? Optional.empty() : Optional.of(Bootstrap.mean(numbers, rehearsal.seed()));
    }
}
