package gilbench.bench.runner;

import gilbench.bench.result.CellKey;
import gilbench.bench.result.Finding;
import gilbench.bench.result.Launch;
import gilbench.bench.result.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.TreeMap;

/**
 * What a run has so far: everything that is added is in the store before the call returns.
 *
 * <p>A launch that was started more than once, because it failed or was interrupted, stands once, with the times of the
 * last start and the findings of all. A trial stands once, as it was measured first.
 */
final class RunRecord {
    private final RunStore store;
    private final TreeMap<Integer, Launch> launches = new TreeMap<>();
    private final List<Trial> trials = new ArrayList<>();
    private final SequencedSet<Finding> findings = new LinkedHashSet<>();

    /** Goes on from what {@code store} has kept. */
    RunRecord(RunStore store) {
        this.store = store;
        store.launches().forEach(this::merge);
        trials.addAll(store.trials());
    }

    void keep(Launch launch) {
        merge(launch);
        store.keep(launch);
    }

    void keep(Trial trial) {
        trials.add(trial);
        store.keep(trial);
    }

    /** Notes a finding about the run as a whole. */
    void note(Finding finding) {
        findings.add(finding);
    }

    /** The trials of {@code launch} that are not kept yet, in their order. */
    List<PlannedTrial> missing(PlannedLaunch launch) {
        return launch.trials().stream()
                .filter(planned -> trials.stream().noneMatch(kept -> isOf(kept, launch, planned)))
                .toList();
    }

    /** Whether a trial of {@code cell} is kept. */
    boolean has(CellKey cell) {
        return trials.stream().anyMatch(kept -> kept.cell().equals(cell));
    }

    List<Launch> launches() {
        return List.copyOf(launches.values());
    }

    /** The trials in the order of the schedule. */
    List<Trial> trials() {
        return trials.stream().sorted(Comparator.comparingInt(Trial::order)).toList();
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    private static boolean isOf(Trial kept, PlannedLaunch launch, PlannedTrial planned) {
        return kept.launch() == launch.index() && kept.cell().equals(planned.cell());
    }

    private void merge(Launch launch) {
        launches.merge(launch.index(), launch, RunRecord::last);
    }

    private static Launch last(Launch before, Launch now) {
        SequencedSet<Finding> both = new LinkedHashSet<>(before.findings());
        both.addAll(now.findings());
        return new Launch(now.index(), now.deployment(), now.startUp(), now.warmUp(), List.copyOf(both));
    }
}
