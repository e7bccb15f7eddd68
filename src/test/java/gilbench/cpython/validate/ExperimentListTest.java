package gilbench.cpython.validate;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.cpython.compare.Comparison;
import gilbench.cpython.probe.ProbeKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExperimentListTest {
    @ParameterizedTest
    @EnumSource
    void planned_repetitions_fitIntoTheLimit(ValidationExtent extent) {
        double seconds = ExperimentList.of(extent).plannedSeconds();

        assertThat(seconds).isLessThan(extent.limit().toSeconds() * 0.9);
    }

    /** The rest decides more. */
    @Test
    void standard_plannedRepetitions_leaveAFifthOfTheTime() {
        assertThat(ExperimentList.of(ValidationExtent.STANDARD).plannedSeconds())
                .isLessThan(ValidationExtent.STANDARD.limit().toSeconds() * 0.8);
    }

    @Test
    void repetitions_areEnoughForAVerdict_andPairsHaveAMiddle() {
        assertThat(ValidationExtent.values())
                .allMatch(extent -> extent.repetitions() >= Comparison.FEWEST)
                .allMatch(extent -> extent.pairs() % 2 == 1);
    }

    @Test
    void titles_areUnique() {
        for (ValidationExtent extent : ValidationExtent.values()) {
            assertThat(ExperimentList.of(extent).cases().stream().map(ExperimentCase::title))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void quick_isPartOfTheWhole() {
        List<String> all = ExperimentList.of(ValidationExtent.STANDARD).cases().stream()
                .map(ExperimentCase::title)
                .toList();

        assertThat(ExperimentList.of(ValidationExtent.QUICK).cases().stream().map(ExperimentCase::title))
                .isSubsetOf(all);
    }

    @ParameterizedTest
    @CsvSource({"beside 8 CPU threads, 70", "beside 4 CPU threads, 48", "beside 1 CPU thread, 33", "alone, 28"})
    void full_sleepersOfAllLengths_waitOftenEnoughForAHundredth(String name, double cycleMillis) {
        double waits = ExperimentList.of(ValidationExtent.FULL).cases().stream()
                .filter(each -> each.title().equals("Wake-up after 5 ms to 50 ms: " + name))
                .mapToDouble(each ->
                        ((ExperimentTask.OfThreads) each.task()).task().window().toMillis() / cycleMillis)
                .findFirst()
                .orElseThrow();

        assertThat(waits * ValidationExtent.FULL.repetitions()).isGreaterThan(1000);
    }

    @Test
    void beside_aCpuThread_watchesTheThreadThatWaits() {
        assertThat(ExperimentList.of(ValidationExtent.STANDARD).cases())
                .filteredOn(each -> each.name().startsWith("beside "))
                .hasSizeGreaterThan(10)
                .map(ExperimentCase::task)
                .allSatisfy(task -> assertThat(((ExperimentTask.OfThreads) task)
                                .task()
                                .threads()
                                .getLast()
                                .kind())
                        .isNotEqualTo(ProbeKind.CPU));
    }
}
