package gilbench.predict;

import gilbench.scenario.BoundException;
import gilbench.scenario.Deployment;
import gilbench.scenario.MachineTimes;
import java.time.Duration;
import java.util.List;

/**
 * An experiment with threads instead of requests: processes whose threads all begin at once and go on for ever.
 *
 * @param deployment its workers are the processes; its interpreter and its cores count too, all else is without meaning
 * @param times what the machine adds
 * @param actors the threads of each process, 1 to 16 groups, at most 4096 threads together
 * @param warmUp virtual time that counts for nothing, not negative
 * @param window virtual time that counts, above 0; both together at most an hour
 * @param seed of all random streams
 * @param replications independent simulations, 1 to 1000
 */
public record Rehearsal(
        Deployment deployment,
        MachineTimes times,
        List<Actors> actors,
        Duration warmUp,
        Duration window,
        long seed,
        int replications) {
    private static final int MOST_GROUPS = 16;
    private static final int MOST_THREADS = 4096;
    private static final int MOST_REPLICATIONS = 1000;
    private static final Duration LONGEST = Duration.ofHours(1);

    /** Checks the bounds. */
    public Rehearsal {
        actors = List.copyOf(actors);
        within("actors", actors.size(), MOST_GROUPS);
        within("threads", actors.stream().mapToInt(Actors::count).sum(), MOST_THREADS);
        within("replications", replications, MOST_REPLICATIONS);
        if (warmUp.isNegative()) {
            throw new BoundException("warm-up", warmUp.toString(), "must not be negative");
        }
        if (!window.isPositive() || warmUp.plus(window).compareTo(LONGEST) > 0) {
            throw new BoundException(
                    "window", window.toString(), "must be above 0, and with the warm-up at most " + LONGEST);
        }
    }

    int threads() {
        return actors.stream().mapToInt(Actors::count).sum();
    }

    private static void within(String key, int value, int most) {
        if (value < 1 || value > most) {
            throw new BoundException(key, Integer.toString(value), "must be between 1 and " + most);
        }
    }
}
