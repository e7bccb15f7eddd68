package gilbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.bench.runner.RunClock;
import gilbench.cpython.probe.ProbeRunner.MachineReading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuietCalibrationTest {
    private final List<String> begun = new ArrayList<>();
    private final List<Double> shares = new ArrayList<>();
    private long nanos;
    private double foreign;
    private int observations;

    private final QuietCalibration<CalibrationStage> calibration = new QuietCalibration<>(
            () -> new MachineReading(nanos / 1e9, foreign, 0, 0, 2),
            0.08,
            new RunClock() {
                @Override
                public Instant now() {
                    return Instant.EPOCH;
                }

                @Override
                public long nanos() {
                    return nanos;
                }
            },
            (what, done, remaining) -> {
                begun.add(what);
                shares.add(done);
            },
            Duration.ofMinutes(1));

    /** Takes {@code seconds}, in which others use {@code busy} of one core. */
    private int observe(double seconds, double busy) {
        nanos += Math.round(seconds * 1e9);
        foreign += seconds * busy;
        return ++observations;
    }

    @Test
    void observe_quiet_isDoneOnce() throws InterruptedException {
        assertThat(calibration.observe(CalibrationStage.LOOP, () -> observe(1, 0.05)))
                .isEqualTo(1);

        assertThat(calibration.disturbed()).isEmpty();
    }

    @Test
    void observe_disturbed_isRepeatedUntilItIsQuiet() throws InterruptedException {
        assertThat(calibration.observe(CalibrationStage.LOOP, () -> observe(1, observations < 2 ? 0.5 : 0)))
                .isEqualTo(3);

        assertThat(calibration.disturbed()).isEmpty();
        assertThat(calibration.discarded()).hasSeconds(2);
    }

    @Test
    void observe_alwaysDisturbed_endsWithinAMinuteAndSaysSo() throws InterruptedException {
        for (CalibrationStage stage : CalibrationStage.values()) {
            calibration.observe(stage, () -> observe(stage.seconds(), 0.5));
        }

        assertThat(Duration.ofNanos(nanos)).isLessThanOrEqualTo(Duration.ofSeconds(60));
        assertThat(calibration.disturbed()).containsExactlyInAnyOrder(CalibrationStage.values());
        assertThat(observations).isGreaterThan(CalibrationStage.values().length);
    }

    @Test
    void observe_stages_tellsTheirTitlesAndHowMuchIsDone() throws InterruptedException {
        for (CalibrationStage stage : CalibrationStage.values()) {
            calibration.observe(stage, () -> observe(stage.seconds(), 0));
        }

        assertThat(begun).startsWith(CalibrationStage.HAND_OFFS.title()).hasSize(CalibrationStage.values().length);
        assertThat(shares).isSorted().startsWith(0.0).allMatch(share -> share < 1);
    }
}
