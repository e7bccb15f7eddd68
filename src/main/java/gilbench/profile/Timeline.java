package gilbench.profile;

import gilbench.bench.stats.Bootstrap;
import gilbench.bench.stats.Estimate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which share of its processor time a lone request needs behind its first wait: while it waits, its processor time stands still.
 *
 * <p>Of readings at moments that are evenly spread over a request, a wait is where many saw the same share of its processor time.
 */
final class Timeline {
    /** How far a share may be from that of its wait; at an even pace twice as many of all readings are that near. */
    private static final double NEAR = 0.05;

    /** Of all readings, twice what an even pace would put near one share. */
    private static final double MANY = 0.2;

    /** What is used before is less than any request needs: it has not begun, seconds. */
    private static final double NOTHING = 5e-5;

    private static final int FEWEST = 10;
    private static final int SEED = 1;

    private Timeline() {}

    /** The share behind the first wait, 0 to 1; empty when none was seen. */
    static Optional<Estimate> tail(List<Glimpse> all) {
        List<Glimpse> glimpses = all.stream()
                .filter(glimpse -> glimpse.before() > NOTHING)
                .sorted(Comparator.comparingDouble(Glimpse::share))
                .toList();
        double enough = Math.max(FEWEST, MANY * all.size());
        return glimpses.stream()
                .filter(glimpse -> near(glimpses, glimpse.share()).size() >= enough)
                .findFirst()
                .map(first -> tail(glimpses, first.share()));
    }

    /** Behind that wait which the most readings saw of those close above {@code first}. */
    private static Estimate tail(List<Glimpse> glimpses, double first) {
        List<Glimpse> seen = glimpses.stream()
                .filter(glimpse -> glimpse.share() >= first && glimpse.share() <= first + 2 * NEAR)
                .map(glimpse -> near(glimpses, glimpse.share()))
                .max(Comparator.comparingInt(List::size))
                .orElseThrow();
        return Bootstrap.median(
                seen.stream().map(glimpse -> 1 - glimpse.share()).toList(), SEED);
    }

    private static List<Glimpse> near(List<Glimpse> glimpses, double share) {
        return glimpses.stream()
                .filter(glimpse -> Math.abs(glimpse.share() - share) <= NEAR)
                .toList();
    }
}
