package gilbench.bench.stats;

/** Elementary statistics of a sample. */
final class Samples {
    /** Two-sided 95 % quantiles of Student's distribution for 1 to 30 degrees of freedom. */
    private static final double[] T_975 = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
        2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042
    };

    private static final double Z_975 = 1.960;

    private Samples() {}

    static double mean(double[] x) {
        double sum = 0;
        for (double each : x) {
            sum += each;
        }
        return sum / x.length;
    }

    /** The middle of a sorted sample, or the mean of the two in the middle. */
    static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** s/√n with the unbiased variance s²; n at least 2. */
    static double standardError(double[] x) {
        double mean = mean(x);
        double squares = 0;
        for (double each : x) {
            squares += (each - mean) * (each - mean);
        }
        return Math.sqrt(squares / (x.length - 1) / x.length);
    }

    /** The 97.5 % quantile of Student's distribution; above 30 degrees of freedom z·(1 + (z² + 1)/(4·df)). */
    static double t975(int degreesOfFreedom) {
        return degreesOfFreedom <= T_975.length
                ? T_975[degreesOfFreedom - 1]
                : Z_975 * (1 + (Z_975 * Z_975 + 1) / (4.0 * degreesOfFreedom));
    }
}
