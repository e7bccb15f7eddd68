package gilbench.bench.result;

import gilbench.scenario.Labelled;

/** Where numbers come from. */
public enum Origin implements Labelled {
    /** From a real service under a real load. */
    MEASURED("measured"),

    /** From the model. */
    PREDICTED("predicted");

    private final String label;

    Origin(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
