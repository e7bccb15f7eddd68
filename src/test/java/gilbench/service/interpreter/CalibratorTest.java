package gilbench.service.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gilbench.scenario.Calibration;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

/** Calibration on a processor whose speed the test sets. */
class CalibratorTest {
    private double nanosPerUnit = 40;
    private LongUnaryOperator disturbance = nanos -> nanos;
    private double now;
    private long burnt;

    private final Calibrator calibrator = new Calibrator(this::burn, () -> (long) now);

    @Test
    void calibrate_steadyProcessor_isItsSpeed() {
        assertThat(calibrator.calibrate().unitsPerSecond()).isCloseTo(25e6, within(25e6 * 1e-6));
    }

    @Test
    void calibrate_disturbedNowAndThen_isTheUndisturbedSpeed() {
        SplittableRandom random = new SplittableRandom(5);
        disturbance = nanos -> random.nextInt(200_000) == 0 ? nanos + 3_000_000 : nanos;

        assertThat(calibrator.calibrate().unitsPerSecond()).isCloseTo(25e6, within(25e6 * 0.01));
    }

    @Test
    void calibrate_anyProcessor_takesNoMoreThanASecondAndAHalf() {
        SplittableRandom random = new SplittableRandom(6);
        disturbance = nanos -> nanos + random.nextLong(80);

        assertThat(calibrator.calibrate()).isNotNull();
        assertThat(now).isLessThan(1.5e9);
    }

    @Test
    void warmUp_steadyProcessor_endsBeforeTheCap() {
        calibrator.warmUp();

        assertThat(burnt).isBetween(1L, 5_000_000L);
    }

    @Test
    void speed_processorSlowedDown_isTheShareOfTheCalibratedSpeed() {
        Calibration calibration = new Calibration(25e6);
        assertThat(calibrator.speed(calibration)).isCloseTo(1, within(1e-6));

        nanosPerUnit = 50;
        assertThat(calibrator.speed(calibration)).isCloseTo(0.8, within(1e-6));
    }

    @Test
    void present_processorSlowedDownAndOneSampleDisturbed_isTheSpeedOfTheMoment() {
        nanosPerUnit = 50;
        long disturbed = (long) now + 3_000_000;
        disturbance = nanos -> now < disturbed && now + nanos >= disturbed ? nanos + 5_000_000 : nanos;

        assertThat(calibrator.present(new Calibration(25e6)).unitsPerSecond()).isCloseTo(20e6, within(20.0));
    }

    @Test
    void system_clock_countsTheWorkOfThisThread() {
        CpuClock clock = CpuClock.system();
        long began = clock.nanos();
        Burner.create().burn(100_000);

        assertThat(clock.nanos()).isGreaterThan(began);
    }

    private long burn(long state, long units) {
        burnt += units;
        now += disturbance.applyAsLong((long) (units * nanosPerUnit));
        return state;
    }
}
