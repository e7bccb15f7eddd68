package gilbench.bench.runner;

import gilbench.bench.result.CellKey;
import gilbench.scenario.Experiment;
import gilbench.scenario.LaunchScope;
import gilbench.scenario.NamedDeployment;
import gilbench.scenario.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The order of all launches and trials of a plan, with how long each is expected to take: a pure function of the plan
 * and its seed.
 *
 * <p>Launches come in as many rounds as the plan has launches. Each round has every deployment once (every deployment
 * with every experiment, when a launch measures a single experiment), shuffled, so that no deployment sees only the
 * early or only the late machine. The trials of a launch are shuffled too.
 */
public record PlanSchedule(Plan plan, List<PlannedLaunch> launches) {
    /** Copies the list. */
    public PlanSchedule {
        launches = List.copyOf(launches);
    }

    /** The schedule of {@code plan}. */
    public static PlanSchedule of(Plan plan) {
        SplittableRandom random = new SplittableRandom(plan.seed());
        List<PlannedLaunch> launches = new ArrayList<>();
        int order = 0;
        for (int round = 0; round < plan.launches(); round++) {
            List<Start> starts = starts(plan);
            Collections.shuffle(starts, random);
            for (Start start : starts) {
                List<PlannedTrial> trials = trials(start, order, random);
                order += trials.size();
                launches.add(launch(plan, launches.size(), start.deployment(), trials));
            }
        }
        return new PlanSchedule(plan, launches);
    }

    /** How long everything is expected to take. */
    public Duration expected() {
        return launches.stream()
                .map(PlannedLaunch::expected)
                .reduce(preparation().plus(Expectation.REPORT), Duration::plus);
    }

    /** How many trials there are. */
    public int trials() {
        return launches.stream().mapToInt(launch -> launch.trials().size()).sum();
    }

    /** How long everything before the first launch is expected to take. */
    public Duration preparation() {
        Duration always = Expectation.CALIBRATION.plus(Expectation.BURNERS).plus(Expectation.DELAY_SERVICE);
        return needsCapacity() ? always.plus(Expectation.SPEEDUP) : always;
    }

    /** Whether some load is given in shares of the capacity. */
    public boolean needsCapacity() {
        return plan.experiments().stream()
                .anyMatch(each ->
                        each instanceof Experiment.Load load && load.points() instanceof Experiment.Points.Shares);
    }

    /** All cells in the order of the plan, each once. */
    public List<CellKey> cells() {
        return plan.deployments().stream()
                .flatMap(deployment ->
                        plan.experiments().stream().flatMap(experiment -> cells(deployment, experiment).stream()))
                .toList();
    }

    private static List<CellKey> cells(NamedDeployment deployment, Experiment experiment) {
        return switch (experiment) {
            case Experiment.Program program -> List.of(programKey(deployment, program));
            case Experiment.Load load ->
                LoadPoint.of(load.points()).stream()
                        .map(point -> loadKey(deployment, load, point))
                        .toList();
        };
    }

    private record Start(NamedDeployment deployment, List<Experiment> experiments) {}

    private static List<Start> starts(Plan plan) {
        List<Start> starts = new ArrayList<>();
        for (NamedDeployment deployment : plan.deployments()) {
            if (plan.scope() == LaunchScope.ALL_EXPERIMENTS) {
                starts.add(new Start(deployment, plan.experiments()));
            } else {
                plan.experiments().forEach(each -> starts.add(new Start(deployment, List.of(each))));
            }
        }
        return starts;
    }

    private static PlannedLaunch launch(Plan plan, int index, NamedDeployment deployment, List<PlannedTrial> trials) {
        Duration overhead = Expectation.aroundLaunch(deployment.deployment())
                .plus(plan.warmUp().cap());
        return new PlannedLaunch(index, deployment, trials, overhead);
    }

    private static List<PlannedTrial> trials(Start start, int firstOrder, SplittableRandom random) {
        List<Candidate> candidates = new ArrayList<>();
        for (Experiment experiment : start.experiments()) {
            switch (experiment) {
                case Experiment.Program program ->
                    candidates.add(order -> new PlannedTrial.OfProgram(
                            order,
                            programKey(start.deployment(), program),
                            program,
                            Expectation.of(program, start.deployment().deployment())));
                case Experiment.Load load ->
                    LoadPoint.of(load.points())
                            .forEach(point -> candidates.add(order -> new PlannedTrial.OfLoad(
                                    order,
                                    loadKey(start.deployment(), load, point),
                                    load,
                                    point,
                                    Expectation.of(load, point))));
            }
        }
        Collections.shuffle(candidates, random);
        List<PlannedTrial> trials = new ArrayList<>();
        candidates.forEach(each -> trials.add(each.at(firstOrder + trials.size())));
        return trials;
    }

    /** A trial without its place. */
    private interface Candidate {
        PlannedTrial at(int order);
    }

    private static CellKey programKey(NamedDeployment deployment, Experiment.Program program) {
        return new CellKey(deployment.name(), program.name(), "program");
    }

    private static CellKey loadKey(NamedDeployment deployment, Experiment.Load load, LoadPoint point) {
        return new CellKey(deployment.name(), load.name(), point.label());
    }
}
