package gilbench.cpython;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExperimentListTest {
    @ParameterizedTest
    @EnumSource
    void planned_repetitions_fitIntoTheLimit(ValidationExtent extent) {
        double seconds = ExperimentList.of(extent).stream()
                        .mapToDouble(ExperimentCase::seconds)
                        .sum()
                * ProbeSide.values().length
                * extent.repetitions();

        assertThat(seconds).isLessThan(extent.limit().toSeconds() * 0.97);
    }

    @Test
    void titles_areUnique() {
        for (ValidationExtent extent : ValidationExtent.values()) {
            assertThat(ExperimentList.of(extent).stream().map(ExperimentCase::title))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void quick_isPartOfTheWhole() {
        List<String> all = ExperimentList.of(ValidationExtent.STANDARD).stream()
                .map(ExperimentCase::title)
                .toList();

        assertThat(ExperimentList.of(ValidationExtent.QUICK).stream().map(ExperimentCase::title))
                .isSubsetOf(all);
    }

    @Test
    void beside_aCpuThread_watchesTheThreadThatWaits() {
        assertThat(ExperimentList.of(ValidationExtent.STANDARD))
                .filteredOn(each -> each.name().startsWith("beside "))
                .hasSizeGreaterThan(10)
                .allMatch(each -> each.task().threads().getLast().kind() != ProbeKind.CPU);
    }
}
