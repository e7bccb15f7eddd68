package gilbench.bench.result;

/**
 * A typed warning attached to a result.
 *
 * @param message what was seen, with the number and its bound
 */
public record Finding(FindingType type, String message) {}
