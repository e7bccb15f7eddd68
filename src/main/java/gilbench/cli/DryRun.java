package gilbench.cli;

import gilbench.bench.runner.PlanSchedule;
import gilbench.bench.runner.PlannedLaunch;
import gilbench.bench.runner.PlannedTrial;
import gilbench.scenario.Plan;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a run of a plan would do, as text. */
final class DryRun {
    private DryRun() {}

    static String of(Plan plan) {
        PlanSchedule schedule = PlanSchedule.of(plan);
        StringBuilder text = new StringBuilder();
        text.append(header(schedule));
        text.append("\ncells\n");
        schedule.cells().forEach(cell -> text.append("  ").append(cell).append('\n'));
        text.append("\norder\n");
        schedule.launches().forEach(launch -> text.append(line(launch)));
        return text.toString();
    }

    private static String header(PlanSchedule schedule) {
        Plan plan = schedule.plan();
        int trials = schedule.launches().stream()
                .mapToInt(launch -> launch.trials().size())
                .sum();
        return """
                plan %s: %s
                seed %d, %d launches, %d trials of %d cells
                expected to take %s
                """.formatted(
                        plan.name(),
                        plan.title(),
                        plan.seed(),
                        schedule.launches().size(),
                        trials,
                        schedule.cells().size(),
                        duration(schedule.expected()));
    }

    private static String line(PlannedLaunch launch) {
        String trials = launch.trials().stream()
                .map(PlannedTrial::cell)
                .map(cell -> cell.experiment() + " " + cell.point())
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "  %3d  %5s  %s: %s%n",
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
