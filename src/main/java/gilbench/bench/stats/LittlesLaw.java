package gilbench.bench.stats;

/**
 * Little's law N = X·R, checked on one measurement window.
 *
 * <p>X is taken midway between the rates of arrivals and of ends, (ended + (atEnd − atStart)/2) / T, since a window that
 * begins and ends with different numbers in flight has different rates of both. R is of the requests that ended in the
 * window. The law holds exactly when nothing crosses the edges, and in steady windows of many response times up to the
 * edges' share.
 *
 * @param inFlight N, the time-weighted mean number of requests between intended start and end
 * @param throughput X, 1/s
 * @param responseTime R, mean, seconds
 */
public record LittlesLaw(double inFlight, double throughput, double responseTime) {
    /**
     * The numbers of a window.
     *
     * @param seconds T, its length, above 0
     * @param inFlight time-weighted mean
     * @param atStart in flight when it opened
     * @param atEnd in flight when it closed
     * @param ended requests that ended in it
     * @param responseTime their mean response time in seconds
     */
    public static LittlesLaw of(
            double seconds, double inFlight, long atStart, long atEnd, long ended, double responseTime) {
        return new LittlesLaw(inFlight, (ended + (atEnd - atStart) / 2.0) / seconds, responseTime);
    }

    /** X·R. */
    public double expected() {
        return throughput * responseTime;
    }

    /** |N − X·R| as a share of the larger of both; 0 when both are 0. */
    public double deviation() {
        double larger = Math.max(inFlight, expected());
        return larger == 0 ? 0 : Math.abs(inFlight - expected()) / larger;
    }
}
