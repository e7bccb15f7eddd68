package gilbench.scenario;

/** How the requests of a program follow one another. */
public enum Arrangement implements Labelled {
    /** One after the other. */
    SERIAL("serial"),

    /** All at once. */
    TOGETHER("together");

    private final String label;

    Arrangement(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
