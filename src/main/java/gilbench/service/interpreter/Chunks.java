package gilbench.service.interpreter;

import gilbench.scenario.Calibration;
import gilbench.service.gil.Gil;
import java.time.Duration;

/**
 * Burns work in chunks of one poll gap.
 *
 * @param burner what burns
 * @param size units of a chunk; at least 1
 */
record Chunks(Burner burner, long size) {
    /** About 0.8 µs: so many that a checkpoint costs about a percent of them in code of C1 too, see {@code BurnerBenchmark}. */
    private static final long LEAST = 16;

    /** Of one poll gap, or of 16 units if that is more. */
    static Chunks of(Burner burner, Calibration calibration, Duration pollGap) {
        return new Chunks(burner, Math.max(LEAST, calibration.units(pollGap)));
    }

    /** Burns {@code units} under {@code gil} with a checkpoint after each chunk and returns the nanoseconds these waited. */
    long polled(long units, Gil gil) {
        long waited = 0;
        long state = units;
        for (long left = units; left > 0; left -= size) {
            state = burner.burn(state, Math.min(size, left));
            waited += gil.checkpoint();
        }
        return waited;
    }

    /** Burns {@code units} without a checkpoint. */
    void unpolled(long units) {
        long state = units;
        for (long left = units; left > 0; left -= size) {
            state = burner.burn(state, Math.min(size, left));
        }
    }
}
