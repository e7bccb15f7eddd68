package gilbench.profile;

import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What one round of simultaneous requests took.
 *
 * @param wall until the last answer, seconds
 * @param waited how long threads of the service waited for a processor meanwhile, seconds
 */
record Round(double wall, double waited) {
    /** How long threads waited for a processor in a typical round of that half in which they waited least, seconds. */
    static double waited(List<Round> rounds) {
        return median(calmest(rounds).mapToDouble(Round::waited));
    }

    /** The median time of that half of the rounds in which threads waited least for a processor. */
    static double undisturbed(List<Round> rounds) {
        return median(calmest(rounds).mapToDouble(Round::wall));
    }

    private static Stream<Round> calmest(List<Round> rounds) {
        return rounds.stream().sorted(Comparator.comparingDouble(Round::waited)).limit((rounds.size() + 1) / 2);
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
