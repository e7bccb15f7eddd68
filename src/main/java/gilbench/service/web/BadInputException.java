package gilbench.service.web;

/** A query parameter that is unknown, missing, not parseable or outside its bound. */
final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String parameter;
    private final String value;
    private final String bound;

    BadInputException(String parameter, String value, String bound) {
        super(parameter + ": '" + value + "' " + bound);
        this.parameter = parameter;
        this.value = value;
        this.bound = bound;
    }

    /** The name of the parameter. */
    String parameter() {
        return parameter;
    }

    /** The value as it was given; empty when missing. */
    String value() {
        return value;
    }

    /** What the value must be, as the rest of a sentence. */
    String bound() {
        return bound;
    }
}
