package gilbench.bench.result;

import gilbench.scenario.Labelled;

/** What a measurement is worth, the best first. */
public enum Verdict implements Labelled {
    /** Every gate holds. */
    VALID("valid"),

    /** The service was saturated: the throughput stands, percentiles are at least what is printed. */
    LOWER_BOUND("lower bound"),

    /** The generator, the delay service, the endpoint check or Little's law failed. */
    INVALID("invalid");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /** The worse of both. */
    public Verdict and(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
