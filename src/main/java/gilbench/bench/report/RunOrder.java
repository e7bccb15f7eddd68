package gilbench.bench.report;

import gilbench.bench.result.Block;
import gilbench.bench.result.RunResult;
import gilbench.bench.result.Trial;
import gilbench.scenario.Arrangement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How speed changed while the run went on: each observation against the median of its kind. Plain burners do the same work in
 * every block of a program, whatever the deployment: they show the machine alone.
 */
record RunOrder(List<Start> starts, List<Observation> observations) {
    /** The first trial of a launch. */
    record Start(int launch, int deployment, int order) {}

    /**
     * One observation.
     *
     * @param x order of the trial, with the place of a block in it as a fraction
     * @param percent faster than the median of its kind; below 0 slower
     */
    record Observation(int deployment, double x, double percent, Source source, String what) {}

    /** What was observed. */
    enum Source {
        BURNERS,
        PROGRAM,
        LOAD
    }

    private record Speed(int deployment, double x, double speed, Source source, String what, String kind) {}

    static RunOrder of(RunResult result) {
        List<String> names = new RunView(result).deployments();
        List<Speed> speeds = new ArrayList<>();
        result.trials()
                .forEach(trial -> collect(speeds, names.indexOf(trial.cell().deployment()), trial));
        return new RunOrder(starts(result, names), relative(speeds));
    }

    private static void collect(List<Speed> speeds, int deployment, Trial trial) {
        String cell = trial.cell().toString();
        switch (trial) {
            case Trial.LoadTrial load -> {
                double throughput = load.measurement().throughput();
                speeds.add(new Speed(deployment, load.order(), throughput, Source.LOAD, cell, cell));
            }
            case Trial.ProgramTrial program -> {
                for (int i = 0; i < program.blocks().size(); i++) {
                    Block block = program.blocks().get(i);
                    double x = program.order() + i / (double) program.blocks().size();
                    String kind = "burners of " + trial.cell().experiment();
                    add(speeds, deployment, x, block.service(), Source.PROGRAM, cell, cell);
                    add(speeds, deployment, x, block.burners(), Source.BURNERS, cell, kind);
                }
            }
        }
    }

    private static void add(
            List<Speed> speeds,
            int deployment,
            double x,
            Map<Arrangement, Duration> times,
            Source source,
            String cell,
            String kind) {
        Duration time = times.getOrDefault(Arrangement.SERIAL, times.getOrDefault(Arrangement.TOGETHER, Duration.ZERO));
        if (time.isPositive()) {
            speeds.add(new Speed(deployment, x, 1e9 / time.toNanos(), source, cell, kind));
        }
    }

    private static List<Observation> relative(List<Speed> speeds) {
        Map<String, Double> medians = speeds.stream()
                .collect(Collectors.groupingBy(
                        Speed::kind, Collectors.collectingAndThen(Collectors.toList(), RunOrder::medianOfSeveral)));
        return speeds.stream()
                .filter(each -> medians.getOrDefault(each.kind, 0.0) > 0)
                .map(each -> new Observation(
                        each.deployment,
                        each.x,
                        100 * (each.speed / medians.getOrDefault(each.kind, 1.0) - 1),
                        each.source,
                        each.what))
                .toList();
    }

    /** The median, or 0 when a single observation would be compared with itself. */
    private static double medianOfSeveral(List<Speed> speeds) {
        double[] sorted = speeds.stream().mapToDouble(Speed::speed).sorted().toArray();
        int n = sorted.length;
        return n < 2 ? 0 : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    private static List<Start> starts(RunResult result, List<String> names) {
        return result.launches().stream()
                .flatMap(launch -> result.trials().stream()
                        .filter(trial -> trial.launch() == launch.index())
                        .map(Trial::order)
                        .min(Comparator.naturalOrder())
                        .map(order -> new Start(
                                launch.index(),
                                names.indexOf(launch.deployment().name()),
                                order))
                        .stream())
                .toList();
    }
}
