package gilbench.bench.stats;

import java.time.Duration;
import java.util.List;

/**
 * Whether a warming system has settled: compilation has stopped growing and throughput has no slope.
 *
 * <p>Judged over the last {@value #CYCLES} cycles, at least {@value #FEWEST}. Compilation has stopped when it took at most
 * 2 % of each of the last {@value #COMPILED} cycles. Throughput has no slope when the least-squares line through it changes
 * by less than 5 % of its mean from the first of these cycles to the last, or, with {@value #CYCLES} cycles, when its slope
 * does not differ from 0 by Student's test at 95 % while it changes by less than 20 %: a noisy throughput is no drifting
 * one, but noise must not hide a drift of that size.
 */
public final class SteadyState {
    private static final int CYCLES = 5;
    private static final int FEWEST = 3;
    private static final int COMPILED = 2;
    private static final double COMPILATION_SHARE = 0.02;
    private static final double SMALL_CHANGE = 0.05;
    private static final double LARGE_CHANGE = 0.20;

    private SteadyState() {}

    /**
     * One cycle of a warm-up.
     *
     * @param length above 0
     * @param throughput completed requests per second
     * @param compilation processor time that was spent compiling in this cycle
     */
    public record Cycle(Duration length, double throughput, Duration compilation) {}

    /** Whether the last cycles were steady; {@code cycles} in their order. */
    public static boolean reached(List<Cycle> cycles) {
        if (cycles.size() < FEWEST) {
            return false;
        }
        return compiled(cycles.subList(cycles.size() - COMPILED, cycles.size()))
                && level(cycles.subList(Math.max(0, cycles.size() - CYCLES), cycles.size()));
    }

    private static boolean compiled(List<Cycle> cycles) {
        return cycles.stream()
                .allMatch(cycle -> cycle.compilation().toNanos()
                        <= COMPILATION_SHARE * cycle.length().toNanos());
    }

    private static boolean level(List<Cycle> cycles) {
        Line line = Line.through(cycles.stream().mapToDouble(Cycle::throughput).toArray());
        double change = line.mean() == 0 ? 0 : Math.abs(line.slope()) * (cycles.size() - 1) / Math.abs(line.mean());
        return change < SMALL_CHANGE || (cycles.size() == CYCLES && change < LARGE_CHANGE && !line.significant());
    }

    /**
     * The least-squares line through (0, y₀), (1, y₁), …
     *
     * @param error standard error of the slope
     * @param freedom degrees of freedom, n − 2
     */
    private record Line(double mean, double slope, double error, int freedom) {
        static Line through(double[] y) {
            int n = y.length;
            double mean = Samples.mean(y);
            double middle = (n - 1) / 2.0;
            double sxx = n * ((double) n * n - 1) / 12;
            double sxy = 0;
            for (int i = 0; i < n; i++) {
                sxy += (i - middle) * (y[i] - mean);
            }
            double slope = sxy / sxx;
            double residuals = 0;
            for (int i = 0; i < n; i++) {
                double residual = y[i] - mean - slope * (i - middle);
                residuals += residual * residual;
            }
            return new Line(mean, slope, Math.sqrt(residuals / (n - 2) / sxx), n - 2);
        }

        boolean significant() {
            return Math.abs(slope) > Samples.t975(freedom) * error;
        }
    }
}
