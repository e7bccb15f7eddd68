package gilbench.bench.result;

/**
 * Requests between intended start and end, over a measurement window.
 *
 * @param mean time-weighted mean
 */
public record InFlight(long atStart, long atEnd, double mean, long max) {}
