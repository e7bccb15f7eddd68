package gilbench.profile;

/** Requests one after the other on one connection, a few at a time: as many as take about a tenth of a second. */
final class LoneRequests {
    private static final double SECONDS = 0.1;
    private static final int MOST = 1000;

    private final Requests requests;
    private int number = 1;

    LoneRequests(Requests requests) {
        this.requests = requests;
    }

    /**
     * Sends some, and waits for the answers.
     *
     * @throws ProfileException when one is not answered with status 200 to 299
     */
    void some() throws InterruptedException {
        double each = Math.max(1e-6, requests.seconds(1, number) / number);
        number = Math.clamp(Math.round(SECONDS / each), 1, MOST);
    }
}
