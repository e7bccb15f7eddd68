package gilbench.predict;

import gilbench.scenario.BoundException;
import java.util.OptionalInt;

/**
 * When worker processes end and are started anew. A new process serves after the machine's process start; until then its
 * place is empty. All workers serve when a simulation begins.
 *
 * @param recycleAfter a worker that began so many requests carries them out and ends, 1 to 10 million; empty: never
 * @param jitter each process may begin up to so many requests more, drawn anew, 0 to 10 million
 * @param losses unplanned ends of each worker per second at random times, 0 to 1; requests that it carries out end with it
 */
public record WorkerLife(OptionalInt recycleAfter, int jitter, double losses) {
    /** For ever. */
    public static final WorkerLife ENDLESS = new WorkerLife(OptionalInt.empty(), 0, 0);

    private static final int MOST = 10_000_000;

    /** Checks the bounds. */
    public WorkerLife {
        recycleAfter.ifPresent(requests -> between("recycle-after", requests, 1));
        between("jitter", jitter, 0);
        if (!(losses >= 0 && losses <= 1)) {
            throw new BoundException("losses", Double.toString(losses), "must be between 0 and 1 per second");
        }
    }

    /** Workers that end after so many requests. */
    public static WorkerLife recycled(int requests, int jitter) {
        return new WorkerLife(OptionalInt.of(requests), jitter, 0);
    }

    /** Workers that are lost so many times a second each. */
    public static WorkerLife lost(double perSecond) {
        return new WorkerLife(OptionalInt.empty(), 0, perSecond);
    }

    private static void between(String key, int value, int least) {
        if (value < least || value > MOST) {
            throw new BoundException(key, Integer.toString(value), "must be between " + least + " and " + MOST);
        }
    }
}
