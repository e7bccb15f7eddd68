package gilbench.predict;

import gilbench.bench.result.Finding;
import gilbench.bench.result.FindingType;
import gilbench.bench.result.MeanBudget;
import gilbench.bench.result.Verdict;
import gilbench.bench.stats.Bootstrap;
import gilbench.bench.stats.Estimate;
import gilbench.bench.stats.LittlesLaw;
import gilbench.scenario.TimeBudget;
import gilbench.scenario.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * What the replications of a scenario say together.
 *
 * @param replayed whether all had the same arrivals, so that a last moment with many of them does not average out
 */
record Summary(Scenario scenario, Bounds bounds, List<Observation> seen, boolean replayed) {
    /** Growth of the number in flight, as a share of the arrivals, above which a queue is taken to grow without bound. */
    private static final double GROWTH = 0.02;

    /** Standard deviations of the difference of two Poisson numbers within which the number in flight grows by chance. */
    private static final double DEVIATIONS = 3;

    /** Rejected share above which a queue that is mostly full is taken to be saturated. */
    private static final double REJECTED = 0.01;

    private static final double LITTLE = 0.05;

    Prediction prediction() {
        double seconds = total(Observation::window) / 1e9;
        long completed = total(Observation::completed);
        Prediction.Load load = load();
        return new Prediction(
                scenario,
                bounds,
                load,
                Duration.ofNanos(total(Observation::window) / seen.size()),
                completed,
                scenario.workload() instanceof Workload.Open open ? open.rate() : total(Observation::due) / seconds,
                mean(each -> each.completed() / (each.window() / 1e9)),
                ResponseTimes.of(seen.stream().map(Observation::allTimes).toList(), scenario.seed()),
                ResponseTimes.of(seen.stream().map(Observation::completedTimes).toList(), scenario.seed()),
                IntStream.range(0, scenario.mix().parts().size())
                        .mapToObj(part -> ResponseTimes.of(
                                seen.stream()
                                        .map(each -> each.times().get(part))
                                        .toList(),
                                scenario.seed()))
                        .toList(),
                budget(completed),
                mean(each -> each.coreTime()
                        / (double) each.window()
                        / scenario.deployment().cores()),
                IntStream.range(0, seen.getFirst().gilHeld().size())
                        .mapToObj(gil -> mean(each -> each.gilHeld().get(gil) / (double) each.window()))
                        .toList(),
                mean(each -> each.area() / (double) each.window()),
                seen.stream().mapToLong(Observation::inFlightMost).max().orElse(0),
                seen.stream().mapToInt(Observation::mostInGroup).max().orElse(0),
                mean(each -> each.rejected() / (double) Math.max(1, each.due())),
                mean(each -> each.expired() / (double) Math.max(1, each.due())),
                mean(each -> each.lost() / (double) Math.max(1, each.due())),
                mean(each -> (each.coreTime() - each.foreignTime()) / 1e9 / Math.max(1, each.completed())),
                findings(load));
    }

    private Prediction.Load load() {
        if (scenario.ramp().isPresent()) {
            return Prediction.Load.RAMP;
        }
        boolean open = scenario.workload() instanceof Workload.Open;
        double due = Math.max(1, total(Observation::due));
        double inFlight = total(Observation::area) / (double) Math.max(1, total(Observation::window));
        boolean full = total(Observation::rejected) / due > REJECTED
                && inFlight > scenario.deployment().maxInFlight() / 2.0;
        boolean beyond = scenario.workload() instanceof Workload.Open rate && rate.rate() >= bounds.capacity();
        return open && (beyond || grows(due) || full) ? Prediction.Load.SATURATED : Prediction.Load.STEADY;
    }

    private boolean grows(double due) {
        double growth = total(each -> each.inFlightAtEnd() - each.inFlightAtStart());
        double atStart = total(Observation::inFlightAtStart) / (double) seen.size();
        double chance = replayed ? seen.size() * DEVIATIONS * Math.sqrt(2 * (atStart + 1)) : 0;
        return growth > Math.max(GROWTH * due, chance);
    }

    private MeanBudget budget(long completed) {
        if (completed == 0) {
            return MeanBudget.NONE;
        }
        double total = seen.stream()
                .mapToDouble(each -> each.completedTimes().mean() * each.completed())
                .sum();
        return new MeanBudget(
                completed,
                TimeBudget.within(
                        Math.round(total / completed),
                        total(Observation::queue) / completed,
                        total(Observation::gilWait) / completed,
                        total(Observation::python) / completed,
                        total(Observation::nativeTime) / completed,
                        total(Observation::io) / completed));
    }

    private List<Finding> findings(Prediction.Load load) {
        List<Finding> findings = new ArrayList<>();
        if (load == Prediction.Load.SATURATED) {
            findings.add(new Finding(
                    FindingType.SATURATED,
                    "saturated: the queue grows without bound, or until requests are turned away; "
                            + bounds.sentence(scenario.workload())));
            return findings;
        }
        findings.addAll(new Shortcomings(scenario, seen).findings());
        if (load == Prediction.Load.STEADY) {
            little().ifPresent(findings::add);
        }
        return findings;
    }

    private Optional<Finding> little() {
        double seconds = total(Observation::window) / 1e9;
        Times all = new Times();
        seen.forEach(each -> all.add(each.allTimes()));
        LittlesLaw law = LittlesLaw.of(
                seconds,
                total(Observation::area) / 1e9 / seconds,
                total(Observation::inFlightAtStart),
                total(Observation::inFlightAtEnd),
                all.count(),
                all.mean() / 1e9);
        return law.deviation() <= LITTLE
                ? Optional.empty()
                : Optional.of(new Finding(
                        FindingType.LITTLES_LAW,
                        Verdict.VALID,
                        String.format(
                                Locale.ROOT,
                                "%.3g in flight, but throughput x response time is %.3g: the windows are not steady",
                                law.inFlight(),
                                law.expected())));
    }

    private long total(ToLongFunction<Observation> number) {
        return seen.stream().mapToLong(number).sum();
    }

    private Estimate mean(ToDoubleFunction<Observation> number) {
        List<Double> numbers = seen.stream()
                .filter(each -> each.window() > 0)
                .map(number::applyAsDouble)
                .toList();
        return numbers.isEmpty() ? Estimate.single(0) : Bootstrap.mean(numbers, scenario.seed());
    }
}
