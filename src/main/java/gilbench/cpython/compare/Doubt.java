package gilbench.cpython.compare;

import gilbench.scenario.Labelled;

/** Why a comparison decides nothing. */
public enum Doubt implements Labelled {
    /** Too few repetitions. */
    TOO_FEW("fewer than " + Comparison.FEWEST + " repetitions"),

    /** The interval of CPython against itself reaches beyond the bound. */
    UNLIKE_ITSELF("CPython differs from itself by more than the bound"),

    /** The interval of the simulation against CPython crosses the bound. */
    CROSSES_THE_BOUND("the interval crosses the bound"),

    /** On one side there was nothing in some repetition, so that there is no ratio. */
    NOTHING_SEEN("nothing happened on one side");

    private final String label;

    Doubt(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
