package gilbench.bench.judge;

import java.util.List;

/**
 * What the cells of one experiment say about its task type.
 *
 * @param contest under the GIL
 * @param best who shares the first place; empty when nothing is decided
 */
record Ruling(Contest contest, List<Contest.Entry> best, String why) {
    /** Decided by the first place of {@code contest}. */
    static Ruling of(Contest contest, String why) {
        return new Ruling(contest, contest.decided() ? contest.first() : List.of(), why);
    }
}
