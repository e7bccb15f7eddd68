package gilbench.cpython.validate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The experiments of a validation: the fixed list, or others that nobody has seen.
 *
 * @param seed from which they were drawn, absent for the fixed list
 * @param cases in the order in which they run
 */
public record ExperimentList(ValidationExtent extent, OptionalLong seed, List<ExperimentCase> cases) {
    /** Expected seconds from asking for services until they are warm. */
    private static final double START_OF_SERVICES = 32;

    /** Expected seconds until the real one's capacity for a traffic is known. */
    private static final double CAPACITY = 3;

    private static final Duration MILLI = Duration.ofMillis(1);
    private static final Duration SLEEP = Duration.ofMillis(2);
    private static final Duration LEAST_SLEEP = Duration.ofMillis(5);
    private static final Duration MOST_SLEEP = Duration.ofMillis(50);
    private static final Duration INTERVAL = Duration.ofMillis(5);
    private static final Duration IO = Duration.ofMillis(100);
    private static final Duration C_CALL = Duration.ofMillis(2);
    private static final Duration LONG_C_CALL = Duration.ofMillis(300);
    private static final Duration BLOCKER = Duration.ofMillis(50);
    private static final Duration PYTHON = Duration.ofMillis(2);
    private static final Duration WAITING = Duration.ofMillis(8);
    private static final List<Integer> COMPETITORS = List.of(1, 2, 4, 8);

    /** Makes the list immutable. */
    public ExperimentList {
        cases = List.copyOf(cases);
    }

    /** The fixed list. */
    public static ExperimentList of(ValidationExtent extent) {
        ThreadCases threads = new ThreadCases(extent);
        return new ExperimentList(
                extent,
                OptionalLong.empty(),
                extent == ValidationExtent.QUICK ? quick(threads) : all(threads, new ServiceCases(extent)));
    }

    /** Cases drawn from {@code seed} that the fixed list has not; equal seeds give equal cases. */
    public static ExperimentList unseen(ValidationExtent extent, long seed) {
        ThreadCases threads = new ThreadCases(extent);
        ServiceCases services = new ServiceCases(extent);
        return new ExperimentList(
                extent, OptionalLong.of(seed), new UnseenCases(threads, services, all(threads, services), seed).draw());
    }

    /** Expected seconds of the fewest repetitions of all cases. */
    double plannedSeconds() {
        List<Traffic> traffic = cases.stream()
                .map(ExperimentCase::task)
                .filter(ExperimentTask.OfService.class::isInstance)
                .map(each -> ((ExperimentTask.OfService) each).traffic())
                .distinct()
                .toList();
        long starts = traffic.stream().map(Traffic::threads).distinct().count();
        return cases.stream().mapToDouble(ExperimentCase::seconds).sum() * extent.repetitions()
                + starts * START_OF_SERVICES
                + traffic.size() * CAPACITY;
    }

    private static List<ExperimentCase> quick(ThreadCases cases) {
        return List.of(
                cases.cpu(2, 1),
                cases.cpu(1, 2),
                cases.io(IO, 50),
                cases.slices(2, INTERVAL),
                cases.slices(2, MILLI),
                cases.sleeper(Competitors.of(1), SLEEP, SLEEP),
                cases.echo(Competitors.of(0)),
                cases.echo(Competitors.of(1)),
                cases.releasing(C_CALL),
                cases.opaque(LONG_C_CALL),
                cases.mixed(PYTHON, WAITING, 4, 1));
    }

    private static List<ExperimentCase> all(ThreadCases threads, ServiceCases services) {
        List<ExperimentCase> cases = new ArrayList<>();
        COMPETITORS.forEach(n -> cases.add(threads.cpu(n, 1)));
        COMPETITORS.stream().filter(n -> n > 1).forEach(n -> cases.add(threads.cpu(1, n)));
        Stream.of(5, 50, 200, 1000).forEach(n -> cases.add(threads.io(IO, n)));
        for (int n : List.of(2, 4)) {
            cases.add(threads.slices(n, INTERVAL));
            cases.add(threads.slices(n, MILLI));
            cases.add(threads.slices(n, Duration.ofNanos(100_000)));
        }
        List<Competitors> beside = Stream.of(0, 1, 2, 4, 8).map(Competitors::of).toList();
        beside.forEach(each -> cases.add(threads.sleeper(each, SLEEP, SLEEP)));
        beside.forEach(each -> cases.add(threads.sleeper(each, LEAST_SLEEP, MOST_SLEEP)));
        beside.stream().limit(4).forEach(each -> cases.add(threads.echo(each)));
        cases.addAll(List.of(
                threads.fairness(4),
                threads.releasing(C_CALL),
                threads.opaque(LONG_C_CALL),
                threads.mixed(PYTHON, WAITING, 4, 1),
                threads.mixed(PYTHON, WAITING, 2, 2),
                threads.loop(BLOCKER)));
        cases.addAll(List.of(services.at(0.3), services.at(0.6), services.atTheKnee(0.9)));
        return List.copyOf(cases);
    }
}
