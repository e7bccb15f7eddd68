package gilbench.cpython.validate;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.cpython.probe.ProbeTask;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnseenCasesTest {
    private static final int SEEDS = 500;

    @Test
    void draw_equalSeeds_giveEqualCases() {
        assertThat(described(7)).isEqualTo(described(7)).isNotEqualTo(described(8));
    }

    @Test
    void draw_anySeed_hasNoListedCase() {
        Set<String> listed = ExperimentList.of(ValidationExtent.STANDARD).cases().stream()
                .map(each -> described(each.task()))
                .collect(Collectors.toSet());

        assertThat(listed).hasSizeGreaterThan(35);
        assertThat(LongStream.range(0, SEEDS))
                .allSatisfy(seed -> assertThat(described(seed)).doesNotContainAnyElementsOf(listed));
    }

    @Test
    void draw_anySeed_hasEveryFamilyAndTitlesThatTellCasesApart() {
        assertThat(LongStream.range(0, SEEDS)).allSatisfy(seed -> {
            List<ExperimentCase> cases =
                    ExperimentList.unseen(ValidationExtent.STANDARD, seed).cases();
            assertThat(cases).hasSize(16).extracting(ExperimentCase::title).doesNotHaveDuplicates();
            assertThat(cases.stream()
                            .flatMap(each -> tasks(each.task()))
                            .map(task -> task.threads().getFirst().kind())
                            .distinct())
                    .hasSizeGreaterThanOrEqualTo(5);
        });
    }

    @Test
    void draw_manySeeds_reachTheWholeRanges() {
        List<Duration> intervals = LongStream.range(0, SEEDS)
                .boxed()
                .flatMap(seed -> ExperimentList.unseen(ValidationExtent.STANDARD, seed).cases().stream())
                .filter(each -> each.experiment().equals("Slices of CPU threads"))
                .flatMap(each -> tasks(each.task()))
                .map(ProbeTask::interval)
                .toList();

        assertThat(intervals)
                .contains(Duration.ofNanos(300_000), Duration.ofMillis(20))
                .allMatch(each -> each.toNanos() >= 300_000 && each.toMillis() <= 20);
    }

    @Test
    void draw_services_areOfOneDeploymentOtherTrafficAndWellBelowCapacity() {
        assertThat(LongStream.range(0, SEEDS)).allSatisfy(seed -> {
            List<ExperimentTask.OfService> services =
                    ExperimentList.unseen(ValidationExtent.STANDARD, seed).cases().stream()
                            .map(ExperimentCase::task)
                            .filter(ExperimentTask.OfService.class::isInstance)
                            .map(ExperimentTask.OfService.class::cast)
                            .toList();
            assertThat(services)
                    .hasSize(2)
                    .allMatch(each -> each.load() >= 0.2 && each.load() <= 0.65)
                    .allMatch(each -> each.load() * each.window().toMillis()
                            >= 14 * each.traffic().compute().toMillis());
            assertThat(services.getFirst().load()).isLessThan(services.getLast().load());
            assertThat(services.stream().map(each -> each.traffic().threads()).distinct())
                    .hasSize(1)
                    .doesNotContain(Traffic.USUAL.threads());
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"STANDARD", "FULL"})
    void plannedRepetitions_anySeed_fitIntoTheLimit(ValidationExtent extent) {
        assertThat(LongStream.range(0, SEEDS)
                        .mapToDouble(seed -> ExperimentList.unseen(extent, seed).plannedSeconds()))
                .allMatch(seconds -> seconds < extent.limit().toSeconds() * 0.9);
    }

    private static List<String> described(long seed) {
        return ExperimentList.unseen(ValidationExtent.STANDARD, seed).cases().stream()
                .map(each -> described(each.task()))
                .toList();
    }

    /** What a task is, whatever its window and seed. */
    private static String described(ExperimentTask task) {
        String kind = switch (task) {
            case ExperimentTask.OfThreads threads -> threads.processes() + " processes";
            case ExperimentTask.OfPairs pairs -> pairs.processes() + " processes in pairs";
            case ExperimentTask.OfService service -> service.traffic() + " at " + service.load();
        };
        return tasks(task)
                .map(each -> each.interval() + " " + each.threads())
                .collect(Collectors.joining(", ", kind + ": ", ""));
    }

    private static Stream<ProbeTask> tasks(ExperimentTask task) {
        return switch (task) {
            case ExperimentTask.OfThreads threads -> Stream.of(threads.task());
            case ExperimentTask.OfPairs pairs -> Stream.of(pairs.alone(), pairs.together());
            case ExperimentTask.OfService service -> Stream.of();
        };
    }
}
