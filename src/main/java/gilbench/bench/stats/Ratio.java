package gilbench.bench.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * A comparison of two quantities by the ratio first / second of paired observations: pair i was observed back to back, so
 * that what disturbs both cancels.
 *
 * @param estimate the median of the ratios, with its interval
 * @param noiseFloor how far from 1 the ratio of a thing to itself was seen (A/A), at least 0
 */
public record Ratio(Estimate estimate, double noiseFloor) {
    /** Checks the noise floor. */
    public Ratio {
        if (!(noiseFloor >= 0 && Double.isFinite(noiseFloor))) {
            throw new IllegalArgumentException("noise floor: " + noiseFloor + " must be finite, at least 0");
        }
    }

    /** What a comparison says. */
    public enum Comparison {
        /** The whole interval lies above 1 and above the noise floor. */
        FIRST_LARGER,

        /** The whole interval lies below 1 and below the noise floor. */
        SECOND_LARGER,

        /** The interval reaches into the noise floor around 1, or there is only one pair. */
        UNDECIDED
    }

    /**
     * Compares pairs.
     *
     * @param first above 0
     * @param second above 0, as many
     * @param seed of the interval's resamples
     */
    public static Ratio ofPairs(List<Double> first, List<Double> second, double noiseFloor, long seed) {
        if (first.size() != second.size()) {
            throw new IllegalArgumentException("pairs: " + first.size() + " first, " + second.size() + " second");
        }
        List<Double> ratios = new ArrayList<>(first.size());
        for (int i = 0; i < first.size(); i++) {
            ratios.add(positive(first.get(i)) / positive(second.get(i)));
        }
        return new Ratio(Bootstrap.median(ratios, seed), noiseFloor);
    }

    private static double positive(double value) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException("observation: " + value + " must be finite and above 0");
        }
        return value;
    }

    /** Which is larger; the floor reaches from 1/(1 + noiseFloor) to 1 + noiseFloor. */
    public Comparison comparison() {
        if (estimate.n() > 1 && estimate.low() > 1 + noiseFloor) {
            return Comparison.FIRST_LARGER;
        }
        if (estimate.n() > 1 && estimate.high() < 1 / (1 + noiseFloor)) {
            return Comparison.SECOND_LARGER;
        }
        return Comparison.UNDECIDED;
    }
}
