package gilbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.cpython.probe.ProbeRunner.MachineReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineLoadTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path proc;

    @Test
    void reading_addsUpTheMachineAndTheFamily() throws IOException {
        Files.writeString(proc.resolve("stat"), "cpu  100 20 30 999 9 4 6 50 0 0\ncpu0 1 1 1 1 1 1 1 1 0 0\n");
        process(7, "10 5 3 2");
        process(8, "1 1 0 0");
        MachineLoad load = new MachineLoad(proc, () -> Stream.of(7L, 8L, 9L), () -> 2_000_000_000L);

        MachineReading reading = load.reading();

        assertThat(reading.at()).isEqualTo(2);
        assertThat(reading.processes()).isEqualTo(1.5);
        assertThat(load.busy()).isEqualTo(1.6);
        assertThat(reading.own()).isEqualTo(0.22);
        assertThat(reading.stolen()).isEqualTo(0.5);
    }

    @Test
    void reading_withoutProc_looksIdle() {
        MachineLoad load = new MachineLoad(proc.resolve("none"), () -> Stream.of(1L), () -> 0);
        MachineReading reading = load.reading();

        assertThat(reading.processes()).isZero();
        assertThat(load.busy()).isZero();
        assertThat(reading.quietSince(reading, 0.08)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1.00, 1.00, 0.00, true",
        "1.07, 1.00, 0.00, true",
        "1.09, 1.00, 0.00, false",
        "1.00, 1.00, 0.03, true",
        "1.00, 1.00, 0.05, false"
    })
    void quiet_isLittleForeignAndLittleStolenTime(double busy, double own, double stolen, boolean quiet) {
        MachineReading before = new MachineReading(10, 100, 50, 7, 2);
        MachineReading after = new MachineReading(11, 100 + busy, 50 + own, 7 + stolen, 2);

        assertThat(after.quietSince(before, 0.08)).isEqualTo(quiet);
    }

    private void process(long pid, String times) throws IOException {
        Path folder = Files.createDirectory(proc.resolve(Long.toString(pid)));
        Files.writeString(
                folder.resolve("stat"), pid + " (a b) c) S 1 2 3 4 5 6 7 8 9 10 " + times + " 20 0 1 0 100 200\n");
    }
}
