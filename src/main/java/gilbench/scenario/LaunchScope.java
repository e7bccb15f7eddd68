package gilbench.scenario;

/** What one launch of a deployment measures. */
public enum LaunchScope implements Labelled {
    /** Every experiment of the plan. */
    ALL_EXPERIMENTS("all-experiments"),

    /** A single experiment. */
    ONE_EXPERIMENT("one-experiment");

    private final String label;

    LaunchScope(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
