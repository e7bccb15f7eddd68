package gilbench.scenario;

import java.time.Duration;

/**
 * What is measured once per run about the machine and handed to every process.
 *
 * @param unitsPerSecond units of burner work that one undisturbed processor does in a second
 */
public record Calibration(double unitsPerSecond) {
    /** Checks the bounds. */
    public Calibration {
        Checks.positive("units-per-second", unitsPerSecond);
    }

    /** Units of work in {@code cpu} of processor time, rounded to the nearest. */
    public long units(Duration cpu) {
        return Math.round(cpu.toNanos() * (unitsPerSecond / 1e9));
    }
}
