package gilbench.cli;

import gilbench.bench.runner.Progress;
import gilbench.bench.runner.RunClock;
import gilbench.cpython.probe.ProbeRunner.MachineReading;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Goes through the stages of a calibration. What is observed while others use the machine is discarded and observed again, as
 * long as a limit on the time of all allows.
 *
 * @param <S> the stages
 */
final class QuietCalibration<S extends QuietCalibration.Stage> {
    private final Supplier<MachineReading> readings;
    private final double mostForeign;
    private final RunClock clock;
    private final Progress progress;
    private final double limit;
    private final long began;
    private final Set<S> disturbed = new LinkedHashSet<>();
    private double whole;
    private long discarded;

    /**
     * A calibration that begins now.
     *
     * @param mostForeign how much of one core other processes may use during an observation
     * @param limit on the time of all stages; one that would end later is not repeated
     */
    QuietCalibration(
            Supplier<MachineReading> readings, double mostForeign, RunClock clock, Progress progress, Duration limit) {
        this.readings = readings;
        this.mostForeign = mostForeign;
        this.clock = clock;
        this.progress = progress;
        this.limit = limit.toNanos() / 1e9;
        this.began = clock.nanos();
    }

    /** A part of a calibration. */
    interface Stage {
        /** What is under way, for people. */
        String title();

        /** About how many seconds it and the stages after it take. */
        int secondsFromHere();
    }

    /** Looks at something once. */
    interface Observation<T> {
        T observe() throws InterruptedException;
    }

    /** What {@code observation} sees when nobody disturbs it; what it sees last when the time is over before. */
    <T> T observe(S stage, Observation<T> observation) throws InterruptedException {
        while (true) {
            announce(stage);
            long start = clock.nanos();
            MachineReading before = readings.get();
            T seen = observation.observe();
            if (readings.get().quietSince(before, mostForeign)) {
                return seen;
            }
            if (elapsed() + stage.secondsFromHere() > limit) {
                disturbed.add(stage);
                return seen;
            }
            discarded += clock.nanos() - start;
        }
    }

    /** Tells that {@code stage} is under way. */
    void announce(S stage) {
        double left = Math.min(stage.secondsFromHere(), limit - elapsed());
        whole = Math.max(whole, stage.secondsFromHere());
        progress.begin(
                stage.title(),
                1 - stage.secondsFromHere() / whole,
                Duration.ofMillis(Math.round(Math.max(0, left) * 1000)));
    }

    /** The stages that others disturbed to the end. */
    Set<S> disturbed() {
        return Set.copyOf(disturbed);
    }

    /** How long the observations took that were discarded. */
    Duration discarded() {
        return Duration.ofNanos(discarded);
    }

    private double elapsed() {
        return (clock.nanos() - began) / 1e9;
    }
}
