package gilbench.service.interpreter;

import gilbench.scenario.Calibration;
import gilbench.scenario.Defaults;
import gilbench.scenario.WaiterChoice;
import gilbench.service.gil.Gil;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;

/**
 * Measures how much burner work one processor does in a second of its time.
 *
 * <p>The work runs as a {@code python} step does: in chunks of the default poll gap with checkpoints at an uncontended
 * GIL. Time is processor time of the calling thread, so that waits for a core do not count; contention for caches and
 * shared execution units still does.
 */
public final class Calibrator {
    private static final long ROUND_UNITS = 70_000;
    private static final Calibration ROUGHLY = new Calibration(2e7);
    private static final long OTHER_UNITS = 15_000;
    private static final int LEAST_ROUNDS = 20;
    private static final int MOST_ROUNDS = 120;
    private static final int STEADY_ROUNDS = 5;
    private static final double STEADY_SPREAD = 1.03;
    private static final int SAMPLES = 21;
    private static final Duration SAMPLE = Duration.ofMillis(25);
    private static final int SPEED_SAMPLES = 5;
    private static final Duration SPEED_SAMPLE = Duration.ofMillis(10);
    private static final Duration SHORT_SAMPLE = Duration.ofMillis(2);

    private final Burner burner;
    private final CpuClock clock;
    private final Gil gil = Gil.create(Defaults.SWITCH_INTERVAL, WaiterChoice.FIFO);

    Calibrator(Burner burner, CpuClock clock) {
        this.burner = burner;
        this.clock = clock;
    }

    /** A calibrator of {@code burner}; to be used by one thread at a time. */
    public static Calibrator create(Burner burner) {
        return new Calibrator(burner, CpuClock.system());
    }

    /**
     * Burns in every way until the JIT compiler is done: the last rounds are equally fast, or about half a second has
     * passed.
     */
    public void warmUp() {
        Chunks chunks = chunks(ROUGHLY);
        double[] latest = new double[STEADY_ROUNDS];
        for (int round = 0; round < MOST_ROUNDS; round++) {
            chunks.unpolled(OTHER_UNITS);
            chunks.polled(OTHER_UNITS, Gil.none());
            latest[round % STEADY_ROUNDS] = rate(ROUND_UNITS, ROUGHLY);
            if (round >= LEAST_ROUNDS && isSteady(latest)) {
                return;
            }
        }
    }

    /** Warms up, then measures for about half a second: the median of the samples. */
    public Calibration calibrate() {
        warmUp();
        Calibration rough = new Calibration(median(SPEED_SAMPLES, () -> rate(ROUND_UNITS, ROUGHLY)));
        return new Calibration(median(SAMPLES, () -> rate(rough, SAMPLE)));
    }

    /** The speed now as a share of the speed at {@code calibration}: the median of five samples of 10 ms. */
    public double speed(Calibration calibration) {
        return median(SPEED_SAMPLES, () -> rate(calibration, SPEED_SAMPLE)) / calibration.unitsPerSecond();
    }

    /** As {@code before}, with the speed of the moment: the median of five samples of 2 ms. */
    public Calibration present(Calibration before) {
        return new Calibration(median(SPEED_SAMPLES, () -> rate(before, SHORT_SAMPLE)));
    }

    private double rate(Calibration calibration, Duration length) {
        return rate(calibration.units(length), calibration);
    }

    private double rate(long units, Calibration calibration) {
        Chunks chunks = chunks(calibration);
        gil.take();
        try {
            long began = clock.nanos();
            chunks.polled(units, gil);
            return units * 1e9 / Math.max(1, clock.nanos() - began);
        } finally {
            gil.drop();
        }
    }

    private Chunks chunks(Calibration calibration) {
        return Chunks.of(burner, calibration, Defaults.POLL_GAP);
    }

    private static double median(int samples, DoubleSupplier sample) {
        return DoubleStream.generate(sample).limit(samples).sorted().toArray()[samples / 2];
    }

    private static boolean isSteady(double[] rates) {
        return DoubleStream.of(rates).max().orElseThrow()
                <= DoubleStream.of(rates).min().orElseThrow() * STEADY_SPREAD;
    }
}
