package gilbench.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gilbench.bench.result.RunResult;
import gilbench.bench.result.Trial;
import gilbench.bench.stats.Distribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    private static final RecursiveComparisonConfiguration BY_ENCODING = RecursiveComparisonConfiguration.builder()
            .withEqualsForType((one, other) -> one.encoded().equals(other.encoded()), Distribution.class)
            .build();

    private final RunResult result = SampleRun.quick();

    @TempDir
    Path directory;

    @Test
    void resume_afterTrials_givesBackEverything() {
        kept(result);

        RunFolder resumed = RunFolder.resume(directory);

        assertThat(resumed.plan()).isEqualTo(result.plan());
        assertThat(resumed.calibration()).contains(result.calibration());
        assertThat(resumed.launches()).isEqualTo(result.launches());
        assertSame(resumed.trials(), result.trials());
    }

    @Test
    void resume_afterTornLine_dropsItAndGoesOn() throws IOException {
        RunFolder folder = RunFolder.create(directory, result.plan());
        folder.keep(result.trials().get(0));
        folder.keep(result.trials().get(1));
        tear(20);

        RunFolder resumed = RunFolder.resume(directory);
        assertSame(resumed.trials(), result.trials().subList(0, 1));
        resumed.keep(result.trials().get(2));

        assertSame(
                RunFolder.resume(directory).trials(),
                List.of(result.trials().get(0), result.trials().get(2)));
    }

    @Test
    void keepAndWrite_interruptedThread_loseNothing() {
        RunFolder folder = RunFolder.create(directory, result.plan());
        Thread.currentThread().interrupt();
        folder.keep(result.calibration());
        folder.keep(result.trials().get(0));
        folder.write(result);

        assertThat(Thread.interrupted()).isTrue();
        assertSame(RunFolder.resume(directory).trials(), result.trials().subList(0, 1));
        assertThat(folder.report()).isNotEmptyFile();
    }

    @Test
    void resume_everyTear_keepsWhatWasWholeBefore() throws IOException {
        RunFolder folder = RunFolder.create(directory, result.plan());
        folder.keep(result.launches().get(0));
        long first = Files.size(journal());
        folder.keep(result.launches().get(1));
        byte[] whole = Files.readAllBytes(journal());
        for (int length = (int) first; length < whole.length; length++) {
            Files.write(journal(), Arrays.copyOf(whole, length));
            assertThat(RunFolder.resume(directory).launches())
                    .as("cut to %d bytes", length)
                    .isEqualTo(result.launches().subList(0, 1));
        }
    }

    @Test
    void resume_corruptLine_namesFileAndLine() throws IOException {
        RunFolder folder = RunFolder.create(directory, result.plan());
        folder.keep(result.launches().get(0));
        Files.writeString(journal(), "{\"kept\":\"trial\",\"trial\":{\"type\":\"load\"}}\n", StandardOpenOption.APPEND);

        assertThatThrownBy(() -> RunFolder.resume(directory))
                .isInstanceOf(RunFolderException.class)
                .hasMessageContaining("run.jsonl, line 2: ");
    }

    @Test
    void resume_brokenDistribution_namesFileAndLine() throws IOException {
        RunFolder folder = RunFolder.create(directory, result.plan());
        Trial load = result.trials().stream()
                .filter(Trial.LoadTrial.class::isInstance)
                .findFirst()
                .orElseThrow();
        folder.keep(load);
        Files.writeString(
                journal(),
                Files.readString(journal()).replaceFirst("\"sendLag\":\"[^\"]{8}", "\"sendLag\":\"AAAAAAAA"));

        assertThatThrownBy(() -> RunFolder.resume(directory))
                .isInstanceOf(RunFolderException.class)
                .hasMessageContaining("run.jsonl, line 1: ");
    }

    @Test
    void resume_valueOutOfBound_namesKeyValueAndBound() throws IOException {
        RunFolder.create(directory, result.plan());
        Path plan = directory.resolve("plan.json");
        Files.writeString(plan, Files.readString(plan).replaceFirst("\"launches\" : 1", "\"launches\" : 0"));

        assertThatThrownBy(() -> RunFolder.resume(directory))
                .isInstanceOf(RunFolderException.class)
                .hasMessageContaining("plan.json, line ")
                .hasMessageContaining("launches: 0 must be between 1 and 1000");
    }

    @Test
    void resume_otherSchema_isRefused() throws IOException {
        RunFolder.create(directory, result.plan());
        Path plan = directory.resolve("plan.json");
        Files.writeString(plan, Files.readString(plan).replaceFirst("\"schema\" : 1", "\"schema\" : 99"));

        assertThatThrownBy(() -> RunFolder.resume(directory))
                .isInstanceOf(RunFolderException.class)
                .hasMessageContaining("schema 99");
    }

    @Test
    void resume_noRun_isRefused() {
        assertThatThrownBy(() -> RunFolder.resume(directory.resolve("nowhere")))
                .isInstanceOf(RunFolderException.class)
                .hasMessageContaining("not the folder of a run");
    }

    @Test
    void create_folderWithContent_isRefused() throws IOException {
        Files.writeString(directory.resolve("mine.txt"), "mine");

        assertThatThrownBy(() -> RunFolder.create(directory, result.plan()))
                .isInstanceOf(RunFolderException.class)
                .hasMessageContaining("must not exist, or be an empty folder");
        assertThatThrownBy(() -> RunFolder.create(directory.resolve("mine.txt"), result.plan()))
                .isInstanceOf(RunFolderException.class);
    }

    @Test
    void write_twice_leavesEveryFormAndNoTemporaryFile() throws IOException {
        RunFolder folder = RunFolder.create(directory.resolve("new/run"), result.plan());
        folder.write(result);
        folder.write(result);

        try (Stream<Path> files = Files.walk(folder.directory())) {
            List<String> names =
                    files.map(each -> each.getFileName().toString()).toList();
            assertThat(names)
                    .contains("plan.json", "report.html", "report.md", "results.json", "trials.csv")
                    .contains("event-loop_mixed_60.0-per-s.hlog")
                    .noneMatch(name -> name.endsWith(".tmp"));
        }
    }

    private void kept(RunResult run) {
        RunFolder folder = RunFolder.create(directory, run.plan());
        folder.keep(run.calibration());
        run.launches().forEach(folder::keep);
        run.trials().forEach(folder::keep);
    }

    private Path journal() {
        return directory.resolve("run.jsonl");
    }

    private void tear(int bytes) throws IOException {
        byte[] whole = Files.readAllBytes(journal());
        Files.write(journal(), Arrays.copyOf(whole, whole.length - bytes));
    }

    private static void assertSame(List<Trial> actual, List<Trial> expected) {
        assertThat(actual).usingRecursiveComparison(BY_ENCODING).isEqualTo(expected);
    }
}
