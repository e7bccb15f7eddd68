package gilbench.profile;

import gilbench.bench.stats.Estimate;
import java.util.List;

/**
 * How often the GIL of a service was seen held while lone requests were answered.
 *
 * @param held how often it was held
 * @param failed how often what its holder did could not be read, which counts as held
 * @param looks at random times, at least 1
 * @param seconds in which they were made
 * @param cpu processor time of the service meanwhile, seconds, above 0
 * @param waited how long its threads waited for a processor meanwhile, seconds
 * @param doubts why the numbers may be wrong; empty when they are sound
 */
public record GilSample(
        long held, long failed, long looks, double seconds, double cpu, double waited, List<String> doubts)
        implements Watched {
    private static final double NORMAL_975 = 1.96;

    /** Copies the doubts. */
    public GilSample {
        doubts = List.copyOf(doubts);
    }

    /** Whether nothing is in doubt. */
    public boolean sound() {
        return doubts.isEmpty();
    }

    /**
     * The share of the processor time with the GIL, 0 to 1.
     *
     * <p>The GIL stays held while its holder waits for a processor, so the time that it was held is compared with processor time: at
     * most all of it is processor time; at least as large a part of it as of all the time in which threads could have run. The value
     * lies in the middle. The time that pauses or sleeps between requests take cancels out. Counts are known to Wilson's 95 % score
     * interval of a share (Agresti and Coull 1998, The American Statistician 52).
     */
    public Estimate share() {
        double seen = (double) (held + failed) / looks;
        return new Estimate(
                Math.min(1, (unwaited(seen) + waiting(seen)) / 2),
                Math.min(1, waiting(score(held, -1))),
                Math.min(1, unwaited(score(held + failed, 1))),
                (int) Math.min(Integer.MAX_VALUE, held + failed));
    }

    /** The processor time with the GIL of a request whose processor time is {@code request}, seconds. */
    public Estimate python(Estimate request) {
        Estimate share = share();
        return new Estimate(
                share.value() * request.value(), share.low() * request.low(), share.high() * request.high(), share.n());
    }

    /** Whether the GIL was held for longer than threads ran or could have run: its holder waits for something else. */
    boolean heldWhileWaiting() {
        return waiting(score(held, -1)) > 1;
    }

    /** As a share of the processor time, when holders never waited for a processor. */
    private double unwaited(double share) {
        return share * seconds / cpu;
    }

    /** The same, when they waited as much for each second as others did. */
    private double waiting(double share) {
        return share * seconds / (cpu + waited);
    }

    /** The end of the interval of {@code count} of all looks that lies in {@code direction}. */
    private double score(long count, int direction) {
        double share = Math.min(1, (double) count / looks);
        double z = NORMAL_975;
        double half = z * Math.sqrt(share * (1 - share) / looks + z * z / (4.0 * looks * looks));
        return (share + z * z / (2.0 * looks) + direction * half) / (1 + z * z / looks);
    }
}
