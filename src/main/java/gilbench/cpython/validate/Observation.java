package gilbench.cpython.validate;

import gilbench.bench.stats.Distribution;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What one side says about a case: seen in one repetition, or predicted.
 *
 * @param numbers those that it knows
 * @param waits empty when it says nothing of single waits
 */
public record Observation(Map<Quantity, Double> numbers, Distribution waits) {
    /** Of a side that says nothing. */
    public static final Observation NONE = new Observation(Map.of(), Distribution.empty());

    /** Makes the map immutable. */
    public Observation {
        numbers = Map.copyOf(numbers);
    }

    /** A number, if it is known. */
    public OptionalDouble number(Quantity quantity) {
        Double value = numbers.get(quantity);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** The share of waits of at most {@code seconds}; empty when there are none. */
    OptionalDouble waitsUpTo(double seconds) {
        return waits.count() == 0 ? OptionalDouble.empty() : OptionalDouble.of(waits.shareAtMost(seconds));
    }
}
