package gilbench.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TreeUseTest {
    private static final long MS = 1_000_000;

    private static TreeTime time(long pid, Map<Long, Long> threads, long total) {
        return new TreeTime(Map.of(pid, new ProcessTime(threads, total, 0)));
    }

    @Test
    void since_threads_areToldApart() {
        TreeUse use = time(1, Map.of(1L, 5 * MS, 2L, 90 * MS, 3L, 10 * MS), 0)
                .since(time(1, Map.of(1L, 5 * MS, 2L, 50 * MS), 0));

        assertThat(use.total()).isEqualTo(50 * MS);
        assertThat(use.busiestShare()).isEqualTo(0.8);
        assertThat(use.threads()).isEqualTo(2);
        assertThat(use.serving()).containsExactly(1L);
    }

    @Test
    void since_threadEnded_itsTimeIsInTheTotalOfTheProcess() {
        TreeUse use = time(1, Map.of(1L, 10 * MS), 400 * MS).since(time(1, Map.of(1L, 0L, 2L, 100 * MS), 100 * MS));

        assertThat(use.processes().get(1L)).isEqualTo(new ProcessUse(Map.of(1L, 10 * MS), 290 * MS));
        assertThat(use.total()).isEqualTo(300 * MS);
        assertThat(use.threads()).isEqualTo(2);
    }

    @Test
    void since_totalInCoarseSteps_isNoEndedThread() {
        TreeUse use = time(1, Map.of(1L, 12 * MS), 30 * MS).since(time(1, Map.of(1L, 0L), 0));

        assertThat(use.total()).isEqualTo(12 * MS);
    }

    @Test
    void since_processEnded_isALoss() {
        TreeTime before = new TreeTime(
                Map.of(1L, new ProcessTime(Map.of(1L, 0L), 0, 0), 2L, new ProcessTime(Map.of(2L, 0L), 0, 0)));

        assertThat(time(1, Map.of(1L, MS), 0).since(before).loss()).isEqualTo(TreeUse.Loss.PROCESS_ENDED);
    }

    @Test
    void serving_aProcessThatHardlyWorks_isNotCounted() {
        TreeUse use = new TreeUse(
                Map.of(
                        1L, new ProcessUse(Map.of(1L, MS / 20), 0),
                        2L, new ProcessUse(Map.of(2L, 10 * MS), 0),
                        3L, new ProcessUse(Map.of(3L, 10 * MS), 0)),
                TreeUse.Loss.NONE);

        assertThat(use.serving()).containsExactly(2L, 3L);
        assertThat(new Block(2, List.of(new Round(0.01, 0.01, 0)), use).usable())
                .isFalse();
    }
}
