package gilbench.bench.judge;

import gilbench.bench.judge.Contest.Better;
import gilbench.bench.judge.Contest.Entry;
import gilbench.bench.result.Cell.LoadCell;
import gilbench.bench.result.Latency;
import gilbench.bench.result.Verdict;
import gilbench.bench.stats.Estimate;
import gilbench.scenario.Experiment;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.NamedDeployment;
import gilbench.scenario.Plan;
import gilbench.scenario.Workload;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a load says: by throughput at the highest point that all deployments under the GIL were offered, and among those that share
 * the first place there, by the highest percentile that all of them have; without a common point, and where points are shares of
 * each deployment's own capacity, by the highest throughput that each reached.
 */
final class LoadRuling {
    private record Percentile(String name, Function<Latency, Optional<Estimate>> number) {
        Optional<Estimate> of(LoadCell cell) {
            return number.apply(cell.responseTime());
        }
    }

    private record Standing(NamedDeployment deployment, LoadCell cell) {
        Entry throughput() {
            return new Entry(deployment, cell.throughput());
        }

        Optional<Entry> entry(Percentile percentile) {
            return percentile.of(cell).map(value -> new Entry(deployment, value));
        }
    }

    private static final List<Percentile> PERCENTILES = List.of(
            new Percentile("p99", Latency::p99),
            new Percentile("p95", Latency::p95),
            new Percentile("p90", Latency::p90),
            new Percentile("p50", Latency::p50));

    private final Map<NamedDeployment, List<LoadCell>> underGil = new LinkedHashMap<>();
    private final Map<NamedDeployment, List<LoadCell>> others = new LinkedHashMap<>();
    private final Naming naming;
    private final Experiment.Points points;

    LoadRuling(Plan plan, Experiment.Load load, List<LoadCell> cells) {
        naming = new Naming(plan);
        points = load.points();
        for (NamedDeployment deployment : plan.deployments()) {
            List<LoadCell> usable = cells.stream()
                    .filter(cell -> cell.key().experiment().equals(load.name()))
                    .filter(cell -> cell.key().deployment().equals(deployment.name()))
                    .filter(cell -> cell.verdict() != Verdict.INVALID)
                    .toList();
            if (!usable.isEmpty()) {
                boolean gil = deployment.deployment().interpreter().kind() == InterpreterKind.GIL;
                (gil ? underGil : others).put(deployment, usable);
            }
        }
    }

    /** The ruling, if a deployment under the GIL has a usable cell. */
    Optional<Ruling> ruling() {
        if (underGil.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(highestCommon().map(this::atOnePoint).orElseGet(this::byPeak));
    }

    private Ruling byPeak() {
        List<Standing> standings = standings(underGil, LoadRuling::peak);
        Contest contest = throughput(standings);
        List<Entry> best = contest.first();
        List<Standing> all = joined(standings, standings(others, LoadRuling::peak));
        return Ruling.of(contest, "highest throughput: " + numbers(best, all, LoadRuling::quoteThroughput));
    }

    private Ruling atOnePoint(Workload point) {
        List<Standing> standings = standings(underGil, cells -> at(point, cells));
        Contest contest = throughput(standings);
        List<Standing> keepUp = standings.stream()
                .filter(each -> contest.first().contains(each.throughput()))
                .toList();
        Optional<Percentile> percentile = PERCENTILES.stream()
                .filter(each -> keepUp.stream()
                        .allMatch(standing -> each.of(standing.cell()).isPresent()))
                .findFirst();
        List<Entry> best = percentile
                .map(each -> new Contest(
                                keepUp.stream()
                                        .flatMap(standing -> standing.entry(each).stream())
                                        .toList(),
                                Better.LOWER)
                        .first())
                .orElse(contest.first());
        List<Standing> all = joined(standings, standings(others, cells -> at(point, cells)));
        String why = "at " + words(point) + ": " + numbers(best, all, cell -> quote(percentile, cell));
        return new Ruling(contest, best.size() < contest.entries().size() ? best : List.of(), why);
    }

    private static Contest throughput(List<Standing> standings) {
        return new Contest(standings.stream().map(Standing::throughput).toList(), Better.HIGHER);
    }

    private static List<Standing> standings(
            Map<NamedDeployment, List<LoadCell>> cells, Function<List<LoadCell>, Optional<LoadCell>> which) {
        return cells.entrySet().stream()
                .flatMap(each -> which.apply(each.getValue()).map(cell -> new Standing(each.getKey(), cell)).stream())
                .toList();
    }

    private static List<Standing> joined(List<Standing> some, List<Standing> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private Optional<Workload> highestCommon() {
        if (points instanceof Experiment.Points.Shares) {
            return Optional.empty();
        }
        return underGil.values().iterator().next().stream()
                .map(LoadCell::workload)
                .filter(point -> underGil.values().stream()
                        .allMatch(cells -> at(point, cells).isPresent()))
                .max(Comparator.comparingDouble(LoadCells::intensity));
    }

    private static Optional<LoadCell> at(Workload point, List<LoadCell> cells) {
        return cells.stream().filter(cell -> cell.workload().equals(point)).findFirst();
    }

    private static Optional<LoadCell> peak(List<LoadCell> cells) {
        return cells.stream()
                .max(Comparator.comparingDouble(cell -> cell.throughput().value()));
    }

    private String numbers(List<Entry> best, List<Standing> standings, Function<LoadCell, String> quote) {
        List<NamedDeployment> first = best.stream().map(Entry::deployment).toList();
        return Stream.concat(
                        standings.stream().filter(each -> first.contains(each.deployment())),
                        standings.stream().filter(each -> !first.contains(each.deployment())))
                .map(each -> naming.of(each.deployment()) + " " + quote.apply(each.cell()))
                .collect(Collectors.joining("; "));
    }

    private static String quoteThroughput(LoadCell cell) {
        return Quote.perSecond(cell.throughput());
    }

    private static String quote(Optional<Percentile> percentile, LoadCell cell) {
        String atLeast = cell.verdict() == Verdict.LOWER_BOUND ? " ≥ " : " ";
        return quoteThroughput(cell)
                + percentile
                        .flatMap(each -> each.of(cell).map(value -> ", " + each.name() + atLeast + Quote.millis(value)))
                        .orElse("");
    }

    private static String words(Workload point) {
        return switch (point) {
            case Workload.Open open -> Quote.plain(open.rate()) + "/s";
            case Workload.Closed closed -> closed.users() + (closed.users() == 1 ? " user" : " users");
        };
    }
}
