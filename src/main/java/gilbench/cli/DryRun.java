package gilbench.cli;

import gilbench.bench.judge.Capacity;
import gilbench.bench.runner.LoadPoint;
import gilbench.bench.runner.PlanSchedule;
import gilbench.bench.runner.PlannedLaunch;
import gilbench.bench.runner.PlannedTrial;
import gilbench.scenario.Experiment;
import gilbench.scenario.NamedDeployment;
import gilbench.scenario.Plan;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run of a plan would do, as text: its cells with what they offer, the order, and the time that it takes. */
final class DryRun {
    private DryRun() {}

    static String of(Plan plan) {
        PlanSchedule schedule = PlanSchedule.of(plan);
        return header(schedule)
                + "\nCells"
                + (schedule.needsCapacity()
                        ? "; capacities assume a parallel speed-up as large as the number of cores, a run measures it:\n"
                        : ":\n")
                + plan.deployments().stream()
                        .flatMap(deployment ->
                                plan.experiments().stream().flatMap(experiment -> cells(deployment, experiment)))
                        .collect(Collectors.joining())
                + "\nOrder, with the expected time of each launch:\n"
                + schedule.launches().stream().map(DryRun::line).collect(Collectors.joining());
    }

    private static String header(PlanSchedule schedule) {
        Plan plan = schedule.plan();
        return """
                %s
                plan %s, seed %d: %d launches, %d trials of %d cells, expected to take %s
                """.formatted(
                        plan.title(),
                        plan.name(),
                        plan.seed(),
                        schedule.launches().size(),
                        schedule.trials(),
                        schedule.cells().size(),
                        duration(schedule.expected()));
    }

    private static Stream<String> cells(NamedDeployment deployment, Experiment experiment) {
        return switch (experiment) {
            case Experiment.Program program ->
                Stream.of(cell(deployment, program, program.requests() + " requests, " + program.blocks() + " blocks"));
            case Experiment.Load load -> {
                double capacity = Capacity.of(
                        deployment.deployment(),
                        load.profile(),
                        deployment.deployment().cores());
                yield LoadPoint.of(load.points()).stream()
                        .map(point -> cell(deployment, load, point.label() + offered(point, capacity)));
            }
        };
    }

    private static String offered(LoadPoint point, double capacity) {
        return point instanceof LoadPoint.OfCapacity(var pattern, double share)
                ? String.format(Locale.ROOT, " (%.4g/s of %.4g/s)", share * capacity, capacity)
                : "";
    }

    private static String cell(NamedDeployment deployment, Experiment experiment, String point) {
        return "  %-22s %-12s %s%n".formatted(deployment.name(), experiment.name(), point);
    }

    private static String line(PlannedLaunch launch) {
        String trials = launch.trials().stream()
                .map(PlannedTrial::cell)
                .map(cell -> cell.experiment() + " " + cell.point())
                .collect(Collectors.joining(", "));
        return "  %4d  %5s  %-22s %s%n"
                .formatted(
                        launch.index() + 1,
                        duration(launch.expected()),
                        launch.deployment().name(),
                        trials);
    }

    private static String duration(Duration duration) {
        long seconds = Math.round(duration.toMillis() / 1e3);
        return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }
}
