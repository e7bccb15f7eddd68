package gilbench.bench.load;

import gilbench.bench.result.InFlight;

/**
 * The number N(t) of requests between intended start and end, observed over a window that opens at {@code low}.
 *
 * <p>∫N dt = Σ c(end) − Σ c(intended start) over all requests, where c clips a time to the window and a request without an
 * end counts with c = the close. The sum does not depend on the order in which threads report; the maximum is that of the
 * reported order. Not safe for several threads.
 */
final class InFlightCount {
    private final long low;
    private long clippedSum;
    private long current;
    private long max;
    private long atStart;

    InFlightCount(long low) {
        this.low = low;
    }

    /** One more; {@code intended} before the window closes. */
    void started(long intended) {
        current++;
        clippedSum -= Math.max(intended, low);
        if (intended < low) {
            atStart++;
        } else {
            max = Math.max(max, current);
        }
    }

    /** One less; {@code end} not after the window closes. */
    void ended(long end) {
        current--;
        clippedSum += Math.max(end, low);
        if (end <= low) {
            atStart--;
        }
    }

    /** What was counted, over a window from {@code opens} to {@code closes}. */
    InFlight over(long opens, long closes) {
        double integral = clippedSum + current * closes;
        return new InFlight(atStart, current, integral / (closes - opens), Math.max(max, atStart));
    }
}
