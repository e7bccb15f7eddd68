package gilbench.bench.stats;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The centre of a few independent observations that scatter symmetrically around it, such as the logarithms of ratios of
 * repetitions: the Hodges-Lehmann estimate, and the interval of Wilcoxon's signed-rank statistic.
 *
 * <p>The estimate is the median of the M = n(n + 1)/2 Walsh averages (xᵢ + xⱼ)/2, i ≤ j. The interval reaches from the c-th
 * smallest to the c-th largest of them, with the largest c for which P(T⁺ ≤ c − 1) ≤ 2.5 %, at least 1; T⁺ is the sum of the
 * ranks of positive signs. Its distribution is that of the sum of those k = 1..n that a fair coin chooses, whatever the
 * distribution of the observations, if only that is continuous and symmetric: counted for n ≤ {@value #MOST_COUNTED}, beyond
 * that normal with mean M/2 and variance n(n + 1)(2n + 1)/24 (Hollander, Wolfe and Chicken, Nonparametric Statistical
 * Methods, 3rd edition, 2014, 3.1 to 3.3).
 *
 * <p>The interval covers the centre with at least 95 % from n = {@value #FEWEST} on (96.9 % there, 95.0 to 96.1 % for 7 to
 * 30); with fewer it reaches from the least observation to the largest and covers it with 1 − 2¹⁻ⁿ.
 */
public final class SignedRank {
    /** The fewest observations whose interval has 95 %. */
    public static final int FEWEST = 6;

    private static final int MOST_COUNTED = 30;

    private final int n;
    private final double[] walsh;

    /** How surely an interval covers the centre: what it may miss on each side, and the normal quantile to it. */
    private enum Confidence {
        NINETY_FIVE(0.025, 1.959964),
        FIFTY(0.25, 0.674490);

        private final double tail;
        private final double quantile;

        Confidence(double tail, double quantile) {
            this.tail = tail;
            this.quantile = quantile;
        }
    }

    private SignedRank(int n, double[] walsh) {
        this.n = n;
        this.walsh = walsh;
    }

    /**
     * The centre of {@code observations}.
     *
     * @param observations at least one, finite
     */
    public static SignedRank of(List<Double> observations) {
        double[] x = observations.stream().mapToDouble(Double::doubleValue).toArray();
        if (x.length == 0 || !DoubleStream.of(x).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("observations: " + observations + " must be finite, at least one");
        }
        double[] walsh = new double[x.length * (x.length + 1) / 2];
        int k = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = i; j < x.length; j++) {
                walsh[k++] = x[i] / 2 + x[j] / 2;
            }
        }
        Arrays.sort(walsh);
        return new SignedRank(x.length, walsh);
    }

    /** The estimate with its interval. */
    public Estimate estimate() {
        int c = rank(Confidence.NINETY_FIVE);
        return new Estimate(Samples.median(walsh), walsh[c - 1], walsh[walsh.length - c], n);
    }

    /**
     * Half the width that the interval of so many observations usually has: that of the interval with 50 %, which one outlier
     * hardly moves, times the ratio of their normal quantiles. 0 for a single observation.
     */
    public double usualHalfWidth() {
        if (n == 1) {
            return 0;
        }
        int c = rank(Confidence.FIFTY);
        double quantile = (mean() - (c - 0.5)) / deviation();
        return (walsh[walsh.length - c] - walsh[c - 1]) / 2 * Confidence.NINETY_FIVE.quantile / quantile;
    }

    /** The largest c with P(T⁺ ≤ c − 1) ≤ the tail, at least 1. */
    private int rank(Confidence confidence) {
        int c = n > MOST_COUNTED ? (int) (mean() - confidence.quantile * deviation()) : counted(confidence.tail);
        return Math.max(1, c);
    }

    private int counted(double tail) {
        double[] probabilities = distribution();
        double below = 0;
        int c = 0;
        while (below + probabilities[c] <= tail) {
            below += probabilities[c++];
        }
        return c;
    }

    /** P(T⁺ = t) for t from 0 to M: rank by rank, each in the sum or not. */
    private double[] distribution() {
        double[] p = new double[walsh.length + 1];
        p[0] = 1;
        for (int rank = 1; rank <= n; rank++) {
            for (int t = p.length - 1; t >= 0; t--) {
                p[t] = (p[t] + (t >= rank ? p[t - rank] : 0)) / 2;
            }
        }
        return p;
    }

    private double mean() {
        return walsh.length / 2.0;
    }

    private double deviation() {
        return Math.sqrt(n * (n + 1.0) * (2 * n + 1) / 24);
    }
}
