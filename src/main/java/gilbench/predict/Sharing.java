package gilbench.predict;

import gilbench.scenario.Labelled;

/** How worker processes share the requests that wait. */
public enum Sharing implements Labelled {
    /** One queue; a worker takes the next when it has an idle thread. */
    SHARED("shared"),

    /** Each worker has a queue of its own, and the operating system picks one at random, as with {@code SO_REUSEPORT}. */
    HASHED("hashed");

    private final String label;

    Sharing(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
