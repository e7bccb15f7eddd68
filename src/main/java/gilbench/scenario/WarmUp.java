package gilbench.scenario;

import java.time.Duration;

/**
 * How a launch is brought to its steady state before it is measured: cycles of load until throughput has no slope and
 * compilation has ended, at most {@code cap}.
 *
 * @param cycle length of one cycle
 * @param cap after this the launch is measured all the same, with the finding "not steady"
 */
public record WarmUp(Duration cycle, Duration cap) {
    /** Checks the bounds. */
    public WarmUp {
        Checks.positive("warm-up.cycle", cycle);
        Checks.positive("warm-up.cap", cap);
        if (cap.compareTo(cycle) < 0) {
            throw new BoundException("warm-up.cap", cap.toString(), "must be at least one cycle, " + cycle);
        }
    }
}
