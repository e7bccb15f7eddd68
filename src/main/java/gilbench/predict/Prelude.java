package gilbench.predict;

import gilbench.predict.Model.Carrier;

/**
 * Processor time between having a request and asking for the GIL: reading the request, or the turn of a loop in which it comes
 * up. One turn of a loop serves all that was ready when it began.
 */
final class Prelude {
    private final Costs costs;
    private final boolean loops;
    private final Groups groups;
    private final int[] ready;

    Prelude(Model model, Groups groups) {
        this.costs = model.costs();
        this.loops = model.carrier() == Carrier.LOOP;
        this.groups = groups;
        this.ready = new int[model.groups()];
    }

    /** What a thread of {@code group} needs before its next request goes on. */
    long next(int group) {
        if (!loops) {
            return costs.read();
        }
        if (ready[group] > 0) {
            ready[group]--;
            return 0;
        }
        ready[group] = costs.turn() > 0 ? groups.length(group) : 0;
        return costs.turn();
    }
}
