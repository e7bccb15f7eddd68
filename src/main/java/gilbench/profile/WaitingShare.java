package gilbench.profile;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Which share of the time that threads waited for a processor delayed the last answer of a round.
 *
 * <p>The slope of wall time beyond processor time over time waited, from all rounds of the same size: the median of the slopes of
 * all pairs of rounds (Theil and Sen; Hollander, Wolfe and Chicken, Nonparametric Statistical Methods, 9.2). Two threads that share a
 * processor for a time t wait for t together, and what they could have done side by side takes t/2 longer: that is the share where
 * the rounds do not tell.
 */
final class WaitingShare {
    /** Where rounds do not tell. */
    static final double LIKELY = 0.5;

    /** Rounds that differ by less say nothing, seconds. */
    private static final double DIFFERENT = 5e-4;

    private static final int FEWEST_PAIRS = 100;

    private WaitingShare() {}

    /** The share that {@code blocks} show, all of rounds of the same size; 0 to 1. */
    static double of(List<Block> blocks) {
        double[] slopes =
                blocks.stream().flatMapToDouble(WaitingShare::slopes).sorted().toArray();
        return slopes.length < FEWEST_PAIRS ? LIKELY : Math.clamp(slopes[slopes.length / 2], 0, 1);
    }

    private static DoubleStream slopes(Block block) {
        List<Round> rounds = block.rounds();
        return IntStream.range(0, rounds.size())
                .boxed()
                .flatMapToDouble(i -> rounds.subList(0, i).stream()
                        .filter(other -> Math.abs(other.waited() - rounds.get(i).waited()) > DIFFERENT)
                        .mapToDouble(other -> slope(block.together(), other, rounds.get(i))));
    }

    private static double slope(int together, Round one, Round other) {
        double beyond = one.wall() - other.wall() - (one.cpu() - other.cpu()) / together;
        return beyond / (one.waited() - other.waited());
    }
}
