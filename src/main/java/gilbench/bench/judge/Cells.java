package gilbench.bench.judge;

import gilbench.bench.result.Cell;
import gilbench.bench.result.CellKey;
import gilbench.bench.result.Finding;
import gilbench.bench.result.FindingType;
import gilbench.bench.result.Launch;
import gilbench.bench.result.Trial;
import gilbench.bench.result.Trial.LoadTrial;
import gilbench.bench.result.Trial.ProgramTrial;
import gilbench.bench.result.Verdict;
import gilbench.scenario.Experiment;
import gilbench.scenario.NamedDeployment;
import gilbench.scenario.Plan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From trials to cells.
 *
 * <p>A trial is worth what its own findings and those of its launch allow. Invalid trials are left out of the numbers of their
 * cell when more than half of its trials remain, and the cell says so; otherwise the cell is invalid and its numbers are those of
 * all trials.
 */
public final class Cells {
    private Cells() {}

    /** The cells of all {@code trials}: by experiment, then deployment, as the plan has them, then by load. */
    public static List<Cell> of(Plan plan, List<Launch> launches, List<Trial> trials) {
        Map<CellKey, List<Judged>> byCell = new LinkedHashMap<>();
        for (Judged each : judged(launches, trials)) {
            byCell.computeIfAbsent(each.trial.cell(), key -> new ArrayList<>()).add(each);
        }
        return byCell.values().stream().map(Cells::cell).sorted(order(plan)).toList();
    }

    /** Those of {@code trials} whose numbers are in {@code cell}. */
    public static List<Trial> behind(CellKey cell, List<Launch> launches, List<Trial> trials) {
        List<Trial> its =
                trials.stream().filter(each -> each.cell().equals(cell)).toList();
        return used(judged(launches, its)).stream().map(Judged::trial).toList();
    }

    private static List<Judged> judged(List<Launch> launches, List<Trial> trials) {
        Map<Integer, List<Finding>> byLaunch = launches.stream()
                .collect(Collectors.toMap(Launch::index, Cells::weakening, (first, second) -> joined(first, second)));
        return trials.stream()
                .map(trial ->
                        new Judged(trial, joined(trial.findings(), byLaunch.getOrDefault(trial.launch(), List.of()))))
                .toList();
    }

    /** A trial with all that weakens it. */
    private record Judged(Trial trial, List<Finding> findings) {
        boolean usable() {
            return verdict(findings) != Verdict.INVALID;
        }
    }

    private static List<Finding> weakening(Launch launch) {
        return launch.findings().stream()
                .filter(finding -> finding.verdict() != Verdict.VALID)
                .toList();
    }

    private static List<Judged> used(List<Judged> all) {
        List<Judged> usable = all.stream().filter(Judged::usable).toList();
        return usable.size() * 2 <= all.size() ? all : usable;
    }

    private static Cell cell(List<Judged> all) {
        List<Judged> used = used(all);
        if (used.size() == all.size()) {
            return cell(all, List.of());
        }
        String reasons = all.stream()
                .filter(each -> !each.usable())
                .flatMap(each -> each.findings().stream())
                .filter(finding -> finding.verdict() == Verdict.INVALID)
                .map(finding -> finding.type().label())
                .distinct()
                .collect(Collectors.joining(", "));
        String message = "%d of %d trials are left out: %s".formatted(all.size() - used.size(), all.size(), reasons);
        return cell(used, List.of(new Finding(FindingType.TRIALS_LEFT_OUT, message)));
    }

    private static Cell cell(List<Judged> used, List<Finding> more) {
        List<Finding> findings = Stream.concat(used.stream().flatMap(each -> each.findings().stream()), more.stream())
                .distinct()
                .toList();
        List<LoadTrial> loads = used.stream()
                .map(Judged::trial)
                .filter(LoadTrial.class::isInstance)
                .map(LoadTrial.class::cast)
                .toList();
        if (!loads.isEmpty()) {
            return LoadCells.cell(loads, verdict(findings), findings);
        }
        List<ProgramTrial> programs = used.stream()
                .map(Judged::trial)
                .filter(ProgramTrial.class::isInstance)
                .map(ProgramTrial.class::cast)
                .toList();
        return ProgramCells.cell(programs, verdict(findings), findings);
    }

    private static Verdict verdict(List<Finding> findings) {
        return findings.stream().map(Finding::verdict).reduce(Verdict.VALID, Verdict::and);
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static Comparator<Cell> order(Plan plan) {
        List<String> experiments =
                plan.experiments().stream().map(Experiment::name).toList();
        List<String> deployments =
                plan.deployments().stream().map(NamedDeployment::name).toList();
        return Comparator.comparingInt(
                        (Cell cell) -> experiments.indexOf(cell.key().experiment()))
                .thenComparingInt(cell -> deployments.indexOf(cell.key().deployment()))
                .thenComparingDouble(Cells::load);
    }

    private static double load(Cell cell) {
        return switch (cell) {
            case Cell.ProgramCell _ -> 0;
            case Cell.LoadCell load -> LoadCells.intensity(load.workload());
        };
    }
}
