package gilbench.profile;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often an address is asked.
 *
 * @param blocks how often one, two and three requests at once follow each other
 * @param rounds of each block
 */
public record Schedule(int blocks, int rounds) {
    private static final int MOST_BLOCKS = 8;
    private static final int FEWEST_BLOCKS = 3;
    private static final int MOST_ROUNDS = 100;
    private static final int ENOUGH_ROUNDS = 5;

    /** Multiples of the golden ratio lie evenly in 0 to 1, however many they are. */
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /**
     * As much as fits.
     *
     * @param length for everything
     * @param rounds seconds that one round of each size takes together
     */
    static Schedule within(Duration length, double rounds) {
        double total = length.toNanos() / 1e9 / rounds;
        int blocks = (int) Math.clamp(Math.floor(total / ENOUGH_ROUNDS), FEWEST_BLOCKS, MOST_BLOCKS);
        return of(blocks, length, rounds);
    }

    /** The same with a given number of blocks. */
    static Schedule of(int blocks, Duration length, double rounds) {
        double total = length.toNanos() / 1e9 / rounds;
        int each = (int) Math.clamp(Math.floor(total / blocks) - Prober.REHEARSALS, 1, MOST_ROUNDS);
        return new Schedule(blocks, each);
    }

    /**
     * Moments of one block of this schedule for lone requests, seconds after the start of each: those of all blocks together are
     * evenly spread.
     *
     * @param block counted from 0
     * @param wall how long a request takes, seconds
     */
    List<Double> moments(int block, double wall) {
        return IntStream.range(block * rounds, (block + 1) * rounds)
                .mapToDouble(i -> wall * (i * GOLDEN % 1))
                .boxed()
                .toList();
    }

    /** Requests for blocks of as many at once as {@code sizes} add up to; connections that are tried again not counted. */
    public int requests(int sizes) {
        return blocks * (rounds + Prober.REHEARSALS) * sizes;
    }
}
