package gilbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuietCalibrationTest {
    private final List<String> begun = new ArrayList<>();
    private final List<Double> shares = new ArrayList<>();
    private final SharedMachine machine = new SharedMachine();

    private final QuietCalibration<CalibrationStage> calibration = new QuietCalibration<>(
            machine::reading,
            0.08,
            machine,
            (what, done, remaining) -> {
                begun.add(what);
                shares.add(done);
            },
            Duration.ofMinutes(1));

    @Test
    void observe_quiet_isDoneOnce() throws InterruptedException {
        assertThat(calibration.observe(CalibrationStage.LOOP, () -> machine.observe(1, 0.05)))
                .isEqualTo(1);

        assertThat(calibration.disturbed()).isEmpty();
    }

    @Test
    void observe_disturbed_isRepeatedUntilItIsQuiet() throws InterruptedException {
        assertThat(calibration.observe(
                        CalibrationStage.LOOP, () -> machine.observe(1, machine.observations() < 2 ? 0.5 : 0)))
                .isEqualTo(3);

        assertThat(calibration.disturbed()).isEmpty();
        assertThat(calibration.discarded()).hasSeconds(2);
    }

    @Test
    void observe_alwaysDisturbed_endsWithinAMinuteAndSaysSo() throws InterruptedException {
        for (CalibrationStage stage : CalibrationStage.values()) {
            calibration.observe(stage, () -> machine.observe(stage.seconds(), 0.5));
        }

        assertThat(Duration.ofNanos(machine.nanos())).isLessThanOrEqualTo(Duration.ofSeconds(60));
        assertThat(calibration.disturbed()).containsExactlyInAnyOrder(CalibrationStage.values());
        assertThat(machine.observations()).isGreaterThan(CalibrationStage.values().length);
    }

    @Test
    void observe_stages_tellsTheirTitlesAndHowMuchIsDone() throws InterruptedException {
        for (CalibrationStage stage : CalibrationStage.values()) {
            calibration.observe(stage, () -> machine.observe(stage.seconds(), 0));
        }

        assertThat(begun).startsWith(CalibrationStage.HAND_OFFS.title()).hasSize(CalibrationStage.values().length);
        assertThat(shares).isSorted().startsWith(0.0).allMatch(share -> share < 1);
    }
}
