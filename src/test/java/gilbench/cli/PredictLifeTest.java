package gilbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of workers that start in B seconds and serve for L = (m + J/2)/X in between, B/(B + L) of the capacity is lost. */
class PredictLifeTest {
    private static final double START = 0.5;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private String saturated = "";

    @BeforeEach
    void machine() throws IOException {
        Path profile = Files.writeString(folder.resolve("slow-start.yaml"), """
                name: slow-start
                interpreter: {kind: gil}
                machine: {process-start: 500ms}
                """);
        saturated = "predict --profile python:10ms --model worker-processes --workers 4 --cores 8 --users 8 --json"
                + " --interpreter " + profile;
    }

    @ParameterizedTest
    @CsvSource({"100, 0", "100, 100", "1000, 200"})
    void predict_recycled_losesTheTimeOfTheStarts(int requests, int jitter) {
        double each = Executed.of(folder.resolve("endless"), saturated).throughput() / 4;
        double life = (requests + jitter / 2.0) / each;
        Executed recycled =
                Executed.of(folder, saturated + " --recycle-after " + requests + " --recycle-jitter " + jitter);

        assertThat(recycled.throughput()).isCloseTo(4 * each * life / (life + START), within(3.0));
        assertThat(recycled.cell().get("findings")).isEmpty();
    }

    @Test
    void predict_lost_losesTheTimeOfTheStartsAndItsRequests() {
        Executed lost = Executed.of(folder, saturated + " --lose-worker-every 2s");

        assertThat(lost.throughput()).isCloseTo(4 * 100 * 2 / (2 + START), within(10.0));
        assertThat(lost.cell().get("ends").get("worker-lost").asDouble()
                        / lost.cell().get("requests").asDouble())
                .isCloseTo(4 / 2.5 / 320, within(0.001));
    }

    @Test
    void predict_recycledBeyondWhatIsLeft_isSaturated() {
        Executed recycled =
                Executed.of(folder, saturated.replace("--users 8 --json", "--rate 250") + " --recycle-after 50");

        assertThat(recycled.out()).contains("saturated, the queue grows without bound; one thread saturates at 50 ");
    }

    @Test
    void size_recycled_needsMoreWorkers() {
        String size = saturated
                        .replace("predict", "size")
                        .replace("--workers 4", "--workers 1..4")
                        .replace("--users 8 --json", "--rate 140 --threads 1")
                + " --objective p99<2s,errors<1%";

        assertThat(Executed.of(folder.resolve("endless"), size).out()).contains("gil: workers-gil-2w-1t");
        assertThat(Executed.of(folder, size + " --recycle-after 50 --recycle-jitter 20")
                        .out())
                .containsAnyOf("gil: workers-gil-3w-1t", "gil: workers-gil-4w-1t");
    }
}
