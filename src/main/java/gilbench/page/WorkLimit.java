package gilbench.page;

import gilbench.predict.Effort;
import gilbench.scenario.BoundException;

/**
 * How much one prediction asked for over HTTP may simulate.
 *
 * @param requests most requests of all replications together; 2,000 to 100 million
 */
public record WorkLimit(long requests) {
    /** What takes a second or less on an ordinary core. */
    public static final WorkLimit DEFAULT = new WorkLimit(200_000);

    private static final long FEWEST = 2_000;
    private static final long MOST = 100_000_000;
    private static final int FEWEST_REPLICATIONS = 8;
    private static final int MOST_REPLICATIONS = 64;
    private static final long EVENTS_PER_REQUEST = 20;

    /** Checks the bounds. */
    public WorkLimit {
        if (requests < FEWEST || requests > MOST) {
            throw new BoundException(
                    "predict-requests", Long.toString(requests), "must be between " + FEWEST + " and " + MOST);
        }
    }

    /**
     * The effort that was asked for.
     *
     * @throws BoundException when it is more than this service allows, or less than an interval needs
     */
    Effort effort(long asked, int replications) {
        if (asked > requests) {
            throw new BoundException(
                    "requests", Long.toString(asked), "must be at most " + requests + ", the limit of this service");
        }
        if (asked < FEWEST) {
            throw new BoundException("requests", Long.toString(asked), "must be at least " + FEWEST);
        }
        if (replications < FEWEST_REPLICATIONS || replications > MOST_REPLICATIONS) {
            throw new BoundException(
                    "replications",
                    Integer.toString(replications),
                    "must be between " + FEWEST_REPLICATIONS + " and " + MOST_REPLICATIONS);
        }
        return new Effort(replications, Effort.NORMAL.precision(), asked, EVENTS_PER_REQUEST * asked);
    }
}
