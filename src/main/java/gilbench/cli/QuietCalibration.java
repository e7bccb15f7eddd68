package gilbench.cli;

import gilbench.bench.runner.Progress;
import gilbench.bench.runner.RunClock;
import gilbench.cpython.probe.ProbeRunner.MachineReading;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Goes through the stages of a calibration. What is observed while others use the machine is discarded and observed again, as
 * long as a minute in all allows.
 */
final class QuietCalibration {
    private static final double LIMIT = 60;

    private final Supplier<MachineReading> readings;
    private final double mostForeign;
    private final RunClock clock;
    private final Progress progress;
    private final long began;
    private final Set<CalibrationStage> disturbed = EnumSet.noneOf(CalibrationStage.class);

    /**
     * A calibration that begins now.
     *
     * @param mostForeign how much of one core other processes may use during an observation
     */
    QuietCalibration(Supplier<MachineReading> readings, double mostForeign, RunClock clock, Progress progress) {
        this.readings = readings;
        this.mostForeign = mostForeign;
        this.clock = clock;
        this.progress = progress;
        this.began = clock.nanos();
    }

    /** Looks at something once. */
    interface Observation<T> {
        T observe() throws InterruptedException;
    }

    /** What {@code observation} sees when nobody disturbs it; what it sees last when the time is over before. */
    <T> T observe(CalibrationStage stage, Observation<T> observation) throws InterruptedException {
        while (true) {
            announce(stage);
            MachineReading before = readings.get();
            T seen = observation.observe();
            if (readings.get().quietSince(before, mostForeign)) {
                return seen;
            }
            if (elapsed() + stage.secondsFromHere() > LIMIT) {
                disturbed.add(stage);
                return seen;
            }
        }
    }

    /** Tells that {@code stage} is under way. */
    void announce(CalibrationStage stage) {
        double left = Math.min(stage.secondsFromHere(), LIMIT - elapsed());
        double whole = CalibrationStage.HAND_OFFS.secondsFromHere();
        progress.begin(
                stage.title(),
                1 - stage.secondsFromHere() / whole,
                Duration.ofMillis(Math.round(Math.max(0, left) * 1000)));
    }

    /** The stages that others disturbed to the end. */
    Set<CalibrationStage> disturbed() {
        return Set.copyOf(disturbed);
    }

    private double elapsed() {
        return (clock.nanos() - began) / 1e9;
    }
}
