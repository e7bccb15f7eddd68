package gilbench.scenario.text;

/** A text that does not follow its grammar or breaks a bound of it; the message names the place, the value and the bound. */
public final class ParseException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private static final int SHOWN = 80;

    private final String text;
    private final int position;
    private final String value;
    private final String bound;

    /**
     * A mistake in {@code text}.
     *
     * @param position of the mistake in {@code text}, from 1
     * @param value the offending part; empty when something is missing
     * @param bound what must stand there, as the rest of a sentence: {@code must be us, ms, s or m}
     */
    ParseException(String text, int position, String value, String bound) {
        super("'" + shortened(text) + "' at character " + position + ": "
                + (value.isEmpty() ? "what follows" : "'" + shortened(value) + "'") + " " + bound);
        this.text = text;
        this.position = position;
        this.value = value;
        this.bound = bound;
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    /** The whole text. */
    public String text() {
        return text;
    }

    /** Where the mistake is, from 1. */
    public int position() {
        return position;
    }

    /** The offending part; empty when something is missing. */
    public String value() {
        return value;
    }

    /** What must stand there, as the rest of a sentence. */
    public String bound() {
        return bound;
    }
}
