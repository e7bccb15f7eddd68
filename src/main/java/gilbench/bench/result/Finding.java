package gilbench.bench.result;

/**
 * A typed warning attached to a result.
 *
 * @param verdict the best verdict that a measurement with this finding can have
 * @param message what was seen, with the number and its bound
 */
public record Finding(FindingType type, Verdict verdict, String message) {
    /** A finding that counts as its type usually does. */
    public Finding(FindingType type, String message) {
        this(type, type.verdict(), message);
    }
}
