package gilbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.cli.ValidationCalibration.Part;
import gilbench.cli.probe.ProbeJson.Costs;
import gilbench.cpython.validate.ValidationExtent;
import gilbench.scenario.Calibration;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValidationCalibrationTest {
    private final SharedMachine machine = new SharedMachine();

    private final ValidationCalibration calibration = new ValidationCalibration(
            machine::reading, 0.08, machine, (_, _, _) -> {}, ValidationExtent.QUICK.limitOfCalibration());

    @Test
    void observe_disturbedOnce_isMadeAgainAndItsTimeCounted() throws InterruptedException {
        Costs costs = calibration.observe(Part.PYTHON, () -> costs(10, machine.observations() == 0 ? 0.5 : 0));

        assertThat(costs.get("iteration-nanos")).isEqualTo(2);
        assertThat(calibration.repeated()).hasSeconds(10);
        assertThat(calibration.disturbed()).isEmpty();
    }

    @Test
    void observe_alwaysDisturbed_endsInTimeAndIsNamed() throws InterruptedException {
        calibration.observe(Part.PYTHON, () -> costs(10, 0.5));
        calibration.observe(Part.SIMULATION, () -> costs(3, 0));

        assertThat(Duration.ofNanos(machine.nanos())).isLessThan(ValidationExtent.QUICK.limitOfCalibration());
        assertThat(calibration.disturbed()).containsExactly("calibration of Python");
    }

    @Test
    void ofServices_longAfterTheProbes_hasATimeOfItsOwn() throws InterruptedException {
        machine.pass(300);
        Calibration seen = calibration.ofServices(() -> {
            costs(4, machine.observations() < 2 ? 0.5 : 0);
            return new Calibration(machine.observations());
        });

        assertThat(seen.unitsPerSecond()).isEqualTo(3);
        assertThat(calibration.disturbed()).isEmpty();

        calibration.ofServices(() -> {
            costs(4, 0.5);
            return new Calibration(machine.observations());
        });

        assertThat(calibration.disturbed()).containsExactly("calibration of the services over HTTP");
    }

    /** Takes {@code seconds}, in which others use {@code busy} of one core. */
    private Costs costs(double seconds, double busy) {
        return new Costs(Map.of("iteration-nanos", (double) machine.observe(seconds, busy)));
    }
}
