package gilbench.bench.stats;

/**
 * A value with its 95 % confidence interval; {@code low == value == high} when there is nothing to estimate from.
 *
 * @param n independent observations behind it
 */
public record Estimate(double value, double low, double high, int n) {
    /** A value observed once, without an interval. */
    public static Estimate single(double value) {
        return new Estimate(value, value, value, 1);
    }

    /** Value and interval times {@code factor}, which is above 0. */
    public Estimate times(double factor) {
        return new Estimate(value * factor, low * factor, high * factor, n);
    }
}
