package gilbench.bench.stats;

import java.time.Duration;
import java.util.List;

/**
 * Whether a service has settled, judged by cycles of equal load: over the last three, throughput has no slope, and in the
 * last one the virtual machine hardly compiled.
 *
 * <p>The slope is that of the least-squares line through the last three throughputs; it counts as none when it changes
 * throughput by at most 10 % from the first of the three to the last.
 */
public final class SteadyState {
    private static final int CYCLES = 3;
    private static final double MOST_CHANGE = 0.10;
    private static final double MOST_COMPILING = 0.10;

    private SteadyState() {}

    /**
     * One cycle of load.
     *
     * @param throughput completed requests per second
     * @param length how long it took
     * @param compiling how much compilation time was added in it
     */
    public record Cycle(double throughput, Duration length, Duration compiling) {}

    /** Whether the last of {@code cycles} shows a steady state. */
    public static boolean reached(List<Cycle> cycles) {
        return cycles.size() >= CYCLES
                && change(cycles.subList(cycles.size() - CYCLES, cycles.size())) <= MOST_CHANGE
                && compiling(cycles.getLast()) <= MOST_COMPILING;
    }

    /** With three equidistant points the least-squares line rises by last − first, whatever the middle one. */
    private static double change(List<Cycle> last) {
        double mean = last.stream().mapToDouble(Cycle::throughput).average().orElseThrow();
        double rise = last.getLast().throughput() - last.getFirst().throughput();
        return mean == 0 ? 1 : Math.abs(rise) / mean;
    }

    private static double compiling(Cycle cycle) {
        return (double) cycle.compiling().toNanos() / cycle.length().toNanos();
    }
}
