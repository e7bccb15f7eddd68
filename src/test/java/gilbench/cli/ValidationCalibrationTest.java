package gilbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.bench.runner.RunClock;
import gilbench.cli.ValidationCalibration.Part;
import gilbench.cli.probe.ProbeJson.Costs;
import gilbench.cpython.probe.ProbeRunner.MachineReading;
import gilbench.cpython.validate.ValidationExtent;
import gilbench.scenario.Calibration;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValidationCalibrationTest {
    private long nanos;
    private double foreign;
    private int observations;

    private final ValidationCalibration calibration = new ValidationCalibration(
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
            (_, _, _) -> {},
            ValidationExtent.QUICK.limitOfCalibration());

    @Test
    void observe_disturbedOnce_isMadeAgainAndItsTimeCounted() throws InterruptedException {
        Costs costs = calibration.observe(Part.PYTHON, () -> costs(10, observations == 0 ? 0.5 : 0));

        assertThat(costs.get("iteration-nanos")).isEqualTo(2);
        assertThat(calibration.repeated()).hasSeconds(10);
        assertThat(calibration.disturbed()).isEmpty();
    }

    @Test
    void observe_alwaysDisturbed_endsInTimeAndIsNamed() throws InterruptedException {
        calibration.observe(Part.PYTHON, () -> costs(10, 0.5));
        calibration.observe(Part.SIMULATION, () -> costs(3, 0));

        assertThat(Duration.ofNanos(nanos)).isLessThan(ValidationExtent.QUICK.limitOfCalibration());
        assertThat(calibration.disturbed()).containsExactly("calibration of Python");
    }

    @Test
    void ofServices_longAfterTheProbes_hasATimeOfItsOwn() throws InterruptedException {
        nanos = Duration.ofMinutes(5).toNanos();
        Calibration seen = calibration.ofServices(() -> {
            costs(4, observations < 2 ? 0.5 : 0);
            return new Calibration(observations);
        });

        assertThat(seen.unitsPerSecond()).isEqualTo(3);
        assertThat(calibration.disturbed()).isEmpty();

        calibration.ofServices(() -> {
            costs(4, 0.5);
            return new Calibration(observations);
        });

        assertThat(calibration.disturbed()).containsExactly("calibration of the services over HTTP");
    }

    /** Takes {@code seconds}, in which others use {@code busy} of one core. */
    private Costs costs(double seconds, double busy) {
        nanos += Math.round(seconds * 1e9);
        foreign += seconds * busy;
        return new Costs(Map.of("iteration-nanos", (double) ++observations));
    }
}
