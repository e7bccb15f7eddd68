package gilbench.bench.result;

import gilbench.scenario.Labelled;

/** How far a run got. */
public enum RunState implements Labelled {
    /** Every trial of the plan was made, or given up after its launch failed twice; every cell has one. */
    COMPLETE("complete"),

    /** Ended before the last trial; can be resumed. */
    INTERRUPTED("interrupted"),

    /** A gate of the whole run failed, or a declared comparison has no usable cell left. */
    INVALID("invalid");

    private final String label;

    RunState(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
