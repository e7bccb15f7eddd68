package gilbench.bench.stats;

/** Elementary statistics of a sample. */
final class Samples {
    /** Two-sided 95 % quantiles of Student's distribution for 1 to 6 degrees of freedom. */
    private static final double[] T_975 = {12.706, 4.303, 3.182, 2.776, 2.571, 2.447};

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

    /** The 97.5 % quantile of Student's distribution with 1 to 6 degrees of freedom. */
    static double t975(int degreesOfFreedom) {
        return T_975[degreesOfFreedom - 1];
    }
}
