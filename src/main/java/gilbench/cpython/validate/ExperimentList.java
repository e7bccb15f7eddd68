package gilbench.cpython.validate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The fixed list of experiments, for each extent of a validation. */
public final class ExperimentList {
    /** Expected seconds from asking for services until they are warm and the real one's capacity is known. */
    private static final double START_OF_SERVICES = 35;

    private static final Duration MILLI = Duration.ofMillis(1);
    private static final Duration SLEEP = Duration.ofMillis(2);
    private static final Duration LEAST_SLEEP = Duration.ofMillis(5);
    private static final Duration MOST_SLEEP = Duration.ofMillis(50);
    private static final List<Integer> COMPETITORS = List.of(1, 2, 4, 8);

    private ExperimentList() {}

    /** Every case, in the order in which they run. */
    public static List<ExperimentCase> of(ValidationExtent extent) {
        return extent == ValidationExtent.QUICK
                ? quick(new ThreadCases(extent))
                : all(new ThreadCases(extent), new ServiceCases(extent));
    }

    /** Expected seconds of the fewest repetitions of all cases. */
    static double plannedSeconds(ValidationExtent extent) {
        List<ExperimentCase> cases = of(extent);
        boolean served = cases.stream().anyMatch(each -> each.task() instanceof ExperimentTask.OfService);
        return cases.stream().mapToDouble(ExperimentCase::seconds).sum() * extent.repetitions()
                + (served ? START_OF_SERVICES : 0);
    }

    private static List<ExperimentCase> quick(ThreadCases cases) {
        return List.of(
                cases.cpu(2, 1),
                cases.cpu(1, 2),
                cases.io(50),
                cases.slices(2, ThreadCases.INTERVAL, 800),
                cases.slices(2, MILLI, 400),
                cases.sleeper(1, SLEEP, SLEEP),
                cases.sleeper(4, SLEEP, SLEEP),
                cases.echo(0),
                cases.echo(1),
                cases.releasing(),
                cases.opaque(),
                cases.mixed(4, 1));
    }

    private static List<ExperimentCase> all(ThreadCases threads, ServiceCases services) {
        List<ExperimentCase> cases = new ArrayList<>();
        COMPETITORS.forEach(n -> cases.add(threads.cpu(n, 1)));
        COMPETITORS.stream().filter(n -> n > 1).forEach(n -> cases.add(threads.cpu(1, n)));
        Stream.of(5, 50, 200, 1000).forEach(n -> cases.add(threads.io(n)));
        for (int n : List.of(2, 4)) {
            cases.add(threads.slices(n, ThreadCases.INTERVAL, 800));
            cases.add(threads.slices(n, MILLI, 400));
            cases.add(threads.slices(n, Duration.ofNanos(100_000), 250));
        }
        for (int n : List.of(0, 1, 2, 4, 8)) {
            cases.add(threads.sleeper(n, SLEEP, SLEEP));
        }
        for (int n : List.of(0, 1, 2, 4, 8)) {
            cases.add(threads.sleeper(n, LEAST_SLEEP, MOST_SLEEP));
        }
        for (int n : List.of(0, 1, 2, 4)) {
            cases.add(threads.echo(n));
        }
        cases.addAll(List.of(
                threads.fairness(), threads.releasing(), threads.opaque(), threads.mixed(4, 1), threads.mixed(2, 2)));
        cases.addAll(List.of(threads.loop(), services.at(0.3), services.at(0.6), services.atTheKnee(0.9)));
        return List.copyOf(cases);
    }
}
