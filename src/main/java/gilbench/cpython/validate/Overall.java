package gilbench.cpython.validate;

import java.util.Collection;
import java.util.Optional;

/**
 * How far a model is from CPython in all.
 *
 * @param mean of |ln(model/real)|
 * @param metrics how many entered
 */
public record Overall(double mean, int metrics) {
    /** The largest mean that is met. */
    public static final double BOUND = 0.05;

    /** The mean over {@code ratios} of model / real, each above 0; empty when there are none. */
    static Optional<Overall> of(Collection<Double> ratios) {
        return ratios.isEmpty()
                ? Optional.empty()
                : Optional.of(new Overall(
                        ratios.stream()
                                .mapToDouble(ratio -> Math.abs(Math.log(ratio)))
                                .average()
                                .orElseThrow(),
                        ratios.size()));
    }

    /** Whether the mean is within the bound. */
    public boolean isMet() {
        return mean <= BOUND;
    }
}
