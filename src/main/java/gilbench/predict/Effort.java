package gilbench.predict;

import gilbench.scenario.BoundException;

/**
 * How much a prediction may simulate.
 *
 * @param replications independent simulations behind each interval, 8 to 1000
 * @param precision half-width of the mean response time's interval at which it is good enough, as a share of the mean
 * @param requests most requests of all replications of a round; with {@code events} the cap on work
 * @param events most events of all replications of a round
 */
public record Effort(int replications, double precision, long requests, long events) {
    /** Until the mean is known to 1 %, at most two million requests in a round. */
    public static final Effort NORMAL = new Effort(10, 0.01, 2_000_000, 40_000_000);

    private static final long FEWEST_REQUESTS = 2_000;
    private static final long EVENTS_PER_REQUEST = 20;

    /** Checks the bounds. */
    public Effort {
        if (replications < 8 || replications > 1000) {
            throw new BoundException("replications", Integer.toString(replications), "must be between 8 and 1000");
        }
        if (!(precision > 0 && precision < 1)) {
            throw new BoundException("precision", Double.toString(precision), "must be above 0 and below 1");
        }
        if (requests < FEWEST_REQUESTS) {
            throw new BoundException("requests", Long.toString(requests), "must be at least " + FEWEST_REQUESTS);
        }
        if (events < requests) {
            throw new BoundException("events", Long.toString(events), "must be at least as many as requests");
        }
    }

    /** The effort for each of {@code predictions} that together may take about 20 times as much as one of the normal. */
    public static Effort forEachOf(int predictions) {
        long requests = Math.max(20_000, Math.min(NORMAL.requests, 20 * NORMAL.requests / Math.max(1, predictions)));
        return new Effort(NORMAL.replications, NORMAL.precision, requests, EVENTS_PER_REQUEST * requests);
    }
}
