package gilbench.bench.judge;

import gilbench.bench.result.Cell.LoadCell;
import gilbench.bench.result.End;
import gilbench.bench.result.Finding;
import gilbench.bench.result.FindingType;
import gilbench.bench.result.InFlight;
import gilbench.bench.result.Latency;
import gilbench.bench.result.MeanBudget;
import gilbench.bench.result.Measurement;
import gilbench.bench.result.Trial.LoadTrial;
import gilbench.bench.result.Verdict;
import gilbench.bench.stats.Distribution;
import gilbench.bench.stats.Estimate;
import gilbench.scenario.TimeBudget;
import gilbench.scenario.Workload;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * From the trials of a workload point to its cell: distributions are merged over launches, intervals are over launches; with a
 * single launch throughput alone has one, over the seconds of the window.
 */
final class LoadCells {
    private static final int LEAST_SECONDS = 3;

    private LoadCells() {}

    static LoadCell cell(List<LoadTrial> trials, Verdict verdict, List<Finding> findings) {
        LoadTrial first = trials.getFirst();
        List<Measurement> seen = trials.stream().map(LoadTrial::measurement).toList();
        Map<End, Long> ends = ends(seen);
        long ended = ends.values().stream().mapToLong(Long::longValue).sum();
        Estimate throughput = throughput(seen);
        return new LoadCell(
                first.cell(),
                first.measurement().workload(),
                first.capacityShare(),
                trials.size(),
                ended,
                offered(first.measurement().workload(), throughput),
                throughput,
                latency(seen, Measurement::responseTime),
                latency(seen, Measurement::completedResponseTime),
                latency(seen, Measurement::serviceTime),
                ended == 0 ? 0 : 1 - (double) ends.getOrDefault(End.COMPLETED, 0L) / ended,
                cpuPerRequest(trials),
                budget(seen),
                inFlight(seen),
                Optional.empty(),
                ends,
                verdict,
                withFewRequests(findings, ended));
    }

    /** Users or requests per second: what the points of an experiment are ordered by. */
    static double intensity(Workload workload) {
        return switch (workload) {
            case Workload.Open open -> open.rate();
            case Workload.Closed closed -> closed.users();
        };
    }

    private static double offered(Workload workload, Estimate throughput) {
        return workload instanceof Workload.Open open ? open.rate() : throughput.value();
    }

    private static Estimate throughput(List<Measurement> seen) {
        List<Long> seconds = seen.getFirst().endsPerSecond();
        return seen.size() == 1 && seconds.size() >= LEAST_SECONDS
                ? Intervals.around(
                        seen.getFirst().throughput(),
                        seconds.stream().map(Long::doubleValue).toList())
                : Intervals.mean(seen.stream().map(Measurement::throughput).toList());
    }

    private static Latency latency(List<Measurement> seen, Function<Measurement, Distribution> which) {
        List<Distribution> units = seen.stream().map(which).toList();
        Distribution whole = Distribution.merge(units);
        return new Latency(
                whole.count(),
                Intervals.merged(units, each -> OptionalDouble.of(each.mean())).orElseThrow(),
                Intervals.merged(units, each -> each.quantile(0.5)),
                Intervals.merged(units, each -> each.quantile(0.9)),
                Intervals.merged(units, each -> each.quantile(0.95)),
                Intervals.merged(units, each -> each.quantile(0.99)),
                Estimate.single(whole.max()));
    }

    private static Estimate cpuPerRequest(List<LoadTrial> trials) {
        return Intervals.around(
                pooledCpuPerRequest(trials),
                trials.stream()
                        .map(trial -> pooledCpuPerRequest(List.of(trial)))
                        .toList());
    }

    private static double pooledCpuPerRequest(List<LoadTrial> trials) {
        double cpu = trials.stream()
                .mapToDouble(trial -> trial.serviceCpu().toNanos() / 1e9)
                .sum();
        long completed = trials.stream()
                .mapToLong(trial -> trial.measurement().ended(End.COMPLETED))
                .sum();
        return cpu / Math.max(1, completed);
    }

    private static Map<End, Long> ends(List<Measurement> seen) {
        Map<End, Long> ends = new EnumMap<>(End.class);
        seen.forEach(each -> each.ends().forEach((end, n) -> ends.merge(end, n, Long::sum)));
        return ends;
    }

    private static InFlight inFlight(List<Measurement> seen) {
        return new InFlight(
                rounded(seen, InFlight::atStart),
                rounded(seen, InFlight::atEnd),
                seen.stream()
                        .mapToDouble(each -> each.inFlight().mean())
                        .average()
                        .orElse(0),
                seen.stream().mapToLong(each -> each.inFlight().max()).max().orElse(0));
    }

    private static long rounded(List<Measurement> seen, ToLongFunction<InFlight> part) {
        return Math.round(seen.stream()
                .map(Measurement::inFlight)
                .mapToLong(part)
                .average()
                .orElse(0));
    }

    private static MeanBudget budget(List<Measurement> seen) {
        List<MeanBudget> budgets = seen.stream().map(Measurement::budget).toList();
        long n = budgets.stream().mapToLong(MeanBudget::n).sum();
        return n == 0
                ? MeanBudget.NONE
                : new MeanBudget(
                        n,
                        new TimeBudget(
                                mean(budgets, n, TimeBudget::queue),
                                mean(budgets, n, TimeBudget::gilWait),
                                mean(budgets, n, TimeBudget::python),
                                mean(budgets, n, TimeBudget::nativeTime),
                                mean(budgets, n, TimeBudget::io),
                                mean(budgets, n, TimeBudget::other),
                                mean(budgets, n, TimeBudget::total)));
    }

    private static long mean(List<MeanBudget> budgets, long n, ToLongFunction<TimeBudget> part) {
        double sum = budgets.stream()
                .mapToDouble(each -> (double) each.n() * part.applyAsLong(each.mean()))
                .sum();
        return Math.round(sum / n);
    }

    private static List<Finding> withFewRequests(List<Finding> findings, long n) {
        if (n >= 1000) {
            return findings;
        }
        String highest = n < 20 ? "no percentile" : "no percentile above p" + (n < 100 ? 50 : n < 200 ? 90 : 95);
        List<Finding> all = new ArrayList<>(findings);
        all.add(new Finding(FindingType.FEW_REQUESTS, n + " requests: " + highest + "; p99 needs 1000"));
        return all;
    }
}
