package gilbench.scenario;

/** A value outside its bound; the message names the key, the value and the bound. */
public final class BoundException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String key;
    private final String value;
    private final String bound;

    /**
     * A violation of {@code bound} by {@code value}.
     *
     * @param bound what the value must be, as the rest of a sentence: {@code must be at least 1}
     */
    public BoundException(String key, String value, String bound) {
        super(key + ": " + value + " " + bound);
        this.key = key;
        this.value = value;
        this.bound = bound;
    }

    /** The key, parameter or option. */
    public String key() {
        return key;
    }

    /** The offending value as it was given. */
    public String value() {
        return value;
    }

    /** What the value must be. */
    public String bound() {
        return bound;
    }
}
