package gilbench.profile;

/**
 * What was seen of a number of rounds, in each of which the same number of requests was sent at once.
 *
 * @param together requests of a round, 1 to 3
 * @param rounds at least 1
 * @param wall a typical time until the last answer, see {@link Round}, seconds
 * @param waited how long threads waited for a processor in a typical round, of which the wall time has an unknown part, seconds
 * @param use processor time of all rounds
 */
public record Block(int together, int rounds, double wall, double waited, TreeUse use) {
    private static final double NANOS = 1e9;

    /** Processor time of a request, seconds. */
    public double cpu() {
        return use.total() / NANOS / rounds / together;
    }

    /** Whether the requests of a round met in one process, and all of its time was counted. */
    public boolean usable() {
        return use.loss() == TreeUse.Loss.NONE && use.serving().size() == 1;
    }
}
