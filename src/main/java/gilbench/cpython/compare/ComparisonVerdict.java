package gilbench.cpython.compare;

import gilbench.scenario.Labelled;

/** What the comparison of one metric says. */
public enum ComparisonVerdict implements Labelled {
    /** The interval lies inside the bound. */
    MET("met"),

    /** The interval lies outside the bound. */
    MISSED("missed"),

    /** The interval crosses the bound, CPython differs from itself by more than the bound, or there is too little to tell. */
    UNDECIDED("undecided"),

    /** The metric has no bound. */
    SHOWN("shown");

    private final String label;

    ComparisonVerdict(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
