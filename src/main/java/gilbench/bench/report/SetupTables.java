package gilbench.bench.report;

import gilbench.bench.report.Table.Column;
import gilbench.bench.report.Table.Entry;
import gilbench.bench.report.Table.Tone;
import gilbench.bench.result.Environment;
import gilbench.bench.result.Finding;
import gilbench.bench.result.Launch;
import gilbench.bench.result.Origin;
import gilbench.bench.result.RunResult;
import gilbench.scenario.Deployment;
import gilbench.scenario.NamedDeployment;
import gilbench.scenario.Plan;
import gilbench.scenario.text.DurationText;
import gilbench.scenario.text.ObjectiveText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What was compared, on what, and in which order. */
final class SetupTables {
    /** Most deployments that stand side by side. */
    private static final int MOST_COLUMNS = 16;

    private SetupTables() {}

    static List<Table> all(RunView run) {
        return List.of(
                deployments(run.result().plan()),
                differences(run.result().plan()),
                environment(run.result()),
                launches(run.result()));
    }

    /** Every property of every deployment. */
    static Table deployments(Plan plan) {
        return plan.deployments().size() > MOST_COLUMNS ? byRow(plan) : byColumn(plan);
    }

    private static Table byRow(Plan plan) {
        List<Map<String, String>> all = plan.deployments().stream()
                .map(each -> properties(each.deployment()))
                .toList();
        List<String> names = List.copyOf(all.getFirst().keySet());
        List<Column> columns = new ArrayList<>(List.of(Column.text("Deployment")));
        names.forEach(name -> columns.add(Column.text(name)));
        List<List<Entry>> rows = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Map<String, String> properties = all.get(i);
            List<Entry> row =
                    new ArrayList<>(List.of(Entry.of(plan.deployments().get(i).name())));
            names.forEach(name -> row.add(Entry.of(properties.getOrDefault(name, ""))));
            rows.add(row);
        }
        return new Table("Deployments", columns, rows, "");
    }

    private static Table byColumn(Plan plan) {
        List<Map<String, String>> all = plan.deployments().stream()
                .map(each -> properties(each.deployment()))
                .toList();
        List<Column> columns = new ArrayList<>(List.of(Column.text("Property")));
        plan.deployments().forEach(each -> columns.add(Column.text(each.name())));
        List<List<Entry>> rows = new ArrayList<>();
        for (String property : all.getFirst().keySet()) {
            List<String> values =
                    all.stream().map(each -> each.getOrDefault(property, "")).toList();
            Tone tone = values.stream().distinct().count() == 1 ? Tone.MUTED : Tone.PLAIN;
            List<Entry> row = new ArrayList<>(List.of(Entry.of(property).in(tone)));
            values.forEach(value -> row.add(Entry.of(value).in(tone)));
            rows.add(row);
        }
        return new Table("Deployments", columns, rows, "");
    }

    /** What each pair of deployments differs in. */
    static Table differences(Plan plan) {
        boolean few = plan.deployments().size() <= MOST_COLUMNS;
        List<NamedDeployment> all = few ? plan.deployments() : List.of();
        List<List<Entry>> rows = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                rows.add(List.of(
                        Entry.of(all.get(i).name()),
                        Entry.of(all.get(j).name()),
                        Entry.of(difference(all.get(i).deployment(), all.get(j).deployment()))));
            }
        }
        return new Table(
                "Configuration differences of each pair",
                List.of(Column.text("This"), Column.text("That"), Column.text("Differs in")),
                rows,
                few
                        ? "HTTP front, client and every property that is not named are the same."
                        : "Too many pairs to list; see the table of deployments.");
    }

    private static String difference(Deployment one, Deployment other) {
        Map<String, String> ours = properties(one);
        Map<String, String> theirs = properties(other);
        String difference = ours.keySet().stream()
                .filter(key -> !Objects.equals(ours.get(key), theirs.get(key)))
                .map(key -> key + " (" + ours.get(key) + " | " + theirs.get(key) + ")")
                .collect(Collectors.joining(", "));
        return difference.isEmpty() ? "nothing" : difference;
    }

    private static Map<String, String> properties(Deployment deployment) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("model", deployment.model().label());
        properties.put("runtime", deployment.runtime().label());
        properties.put("interpreter", deployment.interpreter().kind().label());
        properties.put(
                "switch interval", DurationText.format(deployment.interpreter().switchInterval()));
        properties.put("poll gap", DurationText.format(deployment.interpreter().pollGap()));
        properties.put("single-thread overhead", "× " + deployment.interpreter().overhead());
        properties.put(
                "ns per iteration", Double.toString(deployment.interpreter().nanosPerIteration()));
        properties.put("waiter choice", deployment.interpreter().waiterChoice().label());
        properties.put(
                "signal stealing",
                Numbers.plain(deployment.interpreter().signalStealing().probability()));
        properties.put("workers", Integer.toString(deployment.workers()));
        properties.put("threads", deployment.threadBound() ? Integer.toString(deployment.threads()) : "unbounded");
        properties.put("queue", Integer.toString(deployment.queue()));
        properties.put("max in flight", Integer.toString(deployment.maxInFlight()));
        properties.put("cores", Integer.toString(deployment.cores()));
        properties.put("deadline", DurationText.format(deployment.deadline()));
        return properties;
    }

    /** Machine, program and calibration. */
    static Table environment(RunResult result) {
        Environment environment = result.environment();
        List<List<Entry>> rows = new ArrayList<>();
        row(rows, "gilbench", environment.version());
        row(rows, "Java", environment.java());
        row(rows, "Operating system", environment.os());
        row(rows, "Processor", environment.cpu() + ", " + environment.cores() + " cores");
        row(rows, "Memory", Numbers.plain(environment.memoryBytes() / (double) (1L << 30)) + " GiB");
        boolean measured = result.origin() == Origin.MEASURED;
        if (measured) {
            row(
                    rows,
                    "Calibration",
                    Numbers.plain(result.calibration().unitsPerSecond()) + " units of burner work per second");
        }
        row(rows, "Seed", Long.toString(result.plan().seed()));
        row(rows, "Started", result.started().toString());
        row(rows, "Elapsed", Numbers.duration(result.elapsed()));
        row(rows, "Objective", ObjectiveText.format(result.plan().objective()));
        if (measured) {
            row(
                    rows,
                    "Warm-up",
                    "cycles of " + DurationText.format(result.plan().warmUp().cycle()) + ", at most "
                            + DurationText.format(result.plan().warmUp().cap()));
        }
        environment.notes().forEach(note -> row(rows, "Note", note));
        return new Table("Environment", List.of(Column.text("What"), Column.text("Value")), rows, "");
    }

    private static void row(List<List<Entry>> rows, String what, String value) {
        rows.add(List.of(Entry.of(what), Entry.of(value)));
    }

    /** Launches in the order in which they were made. */
    static Table launches(RunResult result) {
        return new Table(
                "Launches in their order",
                List.of(
                        Column.number("Launch"),
                        Column.text("Deployment"),
                        Column.number("Start-up, s"),
                        Column.number("Warm-up, s"),
                        Column.number("Trials"),
                        Column.text("Findings")),
                result.launches().stream()
                        .map(launch -> launchRow(result, launch))
                        .toList(),
                "");
    }

    private static List<Entry> launchRow(RunResult result, Launch launch) {
        return List.of(
                Entry.of(Integer.toString(launch.index())),
                Entry.of(launch.deployment().name()),
                Entry.of(Numbers.seconds(launch.startUp().toNanos() / 1e9)),
                Entry.of(Numbers.seconds(launch.warmUp().toNanos() / 1e9)),
                Entry.of(Numbers.count(result.trials().stream()
                        .filter(trial -> trial.launch() == launch.index())
                        .count())),
                Entry.of(launch.findings().stream()
                        .map(Finding::type)
                        .map(type -> type.label())
                        .distinct()
                        .collect(Collectors.joining(", "))));
    }
}
