package gilbench.cpython.validate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Cases of every family, with parameters drawn evenly from ranges; where a range holds a listed case, that is drawn
 * again.
 */
final class UnseenCases {
    private final ThreadCases cases;
    private final ServiceCases services;
    private final Set<String> listed;
    private final SplittableRandom random;

    /** Cases from {@code seed} that are not among {@code listed}. */
    UnseenCases(ThreadCases cases, ServiceCases services, Collection<ExperimentCase> listed, long seed) {
        this.cases = cases;
        this.services = services;
        this.listed = listed.stream().map(ExperimentCase::title).collect(Collectors.toSet());
        this.random = new SplittableRandom(seed);
    }

    /** One or two cases of each family, each drawn once. */
    List<ExperimentCase> draw() {
        List<ExperimentCase> drawn = new ArrayList<>(ofThreads());
        int threads = oneOf(8, 16, 24, 64);
        drawn.add(served(threads, 20, 40));
        drawn.add(served(threads, 45, 65));
        return drawn;
    }

    private List<ExperimentCase> ofThreads() {
        return List.of(
                cases.cpu(oneOf(3, 5, 6, 7), 1),
                cases.cpu(1, oneOf(3, 5, 6, 7)),
                unlisted(() -> cases.io(millis(20, 150, 1), between(10, 400))),
                unlisted(() -> cases.slices(oneOf(2, 3, 4, 6), millis(0.3, 2.4, 0.1))),
                unlisted(() -> cases.slices(oneOf(2, 3, 4, 6), millis(2.5, 20, 0.5))),
                fixedSleep(millis(1, 4, 0.5)),
                cases.sleeper(competitors(1, 2, 3, 5, 6), millis(3, 10, 1), millis(20, 60, 1)),
                cases.echo(competitors(1, 3)),
                cases.fairness(oneOf(3, 5)),
                unlisted(() -> cases.releasing(millis(0.5, 5, 0.5))),
                unlisted(() -> cases.opaque(millis(50, 500, 10))),
                unlisted(() -> mixed(0.3, 0.7)),
                unlisted(() -> mixed(1.3, 2)),
                unlisted(() -> cases.loop(millis(20, 120, 5))));
    }

    private ExperimentCase fixedSleep(Duration sleep) {
        return cases.sleeper(competitors(1, 2, 3, 5, 6), sleep, sleep);
    }

    private Competitors competitors(int... threads) {
        return new Competitors(oneOf(threads), Duration.ofMillis(oneOf(1, 2, 3, 7, 10)));
    }

    /** So many threads that they ask for the GIL for {@code least} to {@code most} of the time, one being the whole. */
    private ExperimentCase mixed(double least, double most) {
        Duration python = millis(0.5, 5, 0.5);
        int waiting = between(4, 10);
        int fewest = (int) Math.ceil(least * (1 + waiting));
        int largest = (int) (most * (1 + waiting));
        return cases.mixed(python, python.multipliedBy(waiting), between(fewest, largest), between(1, 2));
    }

    /** A load from {@code leastPercent} to {@code mostPercent} of the capacity. */
    private ExperimentCase served(int threads, int leastPercent, int mostPercent) {
        Duration compute = millis(3, 16, 1);
        Duration waiting = millis(5, 40, 5);
        Traffic traffic = new Traffic(compute, waiting, 5 * between(3, 12), threads);
        return services.of(traffic, between(leastPercent / 5, mostPercent / 5) * 5 / 100.0);
    }

    private ExperimentCase unlisted(Supplier<ExperimentCase> drawing) {
        ExperimentCase drawn = drawing.get();
        while (listed.contains(drawn.title())) {
            drawn = drawing.get();
        }
        return drawn;
    }

    private int oneOf(int... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    private Duration millis(double least, double most, double step) {
        int steps = (int) Math.round((most - least) / step);
        return Duration.ofNanos(Math.round((least + between(0, steps) * step) * 1e6));
    }
}
