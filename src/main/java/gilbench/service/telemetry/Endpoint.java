package gilbench.service.telemetry;

import gilbench.scenario.Labelled;

/** What a client may ask the service to do. */
public enum Endpoint implements Labelled {
    /** One {@code io} step. */
    STATUS("status"),

    /** One {@code python} step. */
    COMPUTE("compute"),

    /** Any request profile. */
    MIXED("mixed");

    private final String label;

    Endpoint(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
