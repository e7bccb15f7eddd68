package gilbench.scenario;

/** How the intended starts of an open workload follow one another. */
public enum ArrivalPattern implements Labelled {
    /** At equal distances. */
    CONSTANT("constant"),

    /** At independent, exponentially distributed distances. */
    POISSON("poisson");

    private final String label;

    ArrivalPattern(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
