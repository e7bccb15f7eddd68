package gilbench.profile;

/**
 * A request that started while another of the same process was under way.
 *
 * @param offset how much later than the other, seconds
 * @param first how long the other took, seconds
 * @param seconds how long it took
 */
public record Staggered(double offset, double first, double seconds) {}
