package gilbench.profile;

import java.util.List;

/**
 * What was seen of a number of rounds, in each of which the same number of requests was sent at once.
 *
 * @param together requests of a round, 1 to 3
 * @param rounds at least 1
 * @param use processor time of all rounds
 */
public record Block(int together, List<Round> rounds, TreeUse use) {
    private static final double NANOS = 1e9;

    /** Copies the list. */
    public Block {
        rounds = List.copyOf(rounds);
    }

    private Round typical() {
        return Round.typical(rounds);
    }

    /** Until the last answer of a round, seconds. */
    public double wall() {
        return typical().wall();
    }

    /** Processor time of a request in a typical round, seconds. */
    public double cpu() {
        return typical().cpu() / together;
    }

    /** The same on average over all rounds, seconds. */
    double meanCpu() {
        return use.total() / (NANOS * rounds.size() * together);
    }

    /** How long threads waited for a processor in a round, of which its wall time has an unknown part, seconds. */
    public double waited() {
        return typical().waited();
    }

    /**
     * How much longer a round took than the processor time of one of its requests, seconds.
     *
     * @param waiting which share of {@link #waited} is left out, 0 to 1
     */
    double beyondCpu(double waiting) {
        return wall() - cpu() - waiting * waited();
    }

    /** Whether the requests of a round met in one process, and all of its time was counted. */
    public boolean usable() {
        return use.loss() == TreeUse.Loss.NONE && use.serving().size() == 1;
    }
}
