package gilbench.profile;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one round of simultaneous requests took.
 *
 * @param wall until the last answer, seconds
 * @param cpu processor time of the service for all of its requests, seconds
 * @param waited how long threads of the service waited for a processor meanwhile, seconds
 */
public record Round(double wall, double cpu, double waited) {
    /** The medians over that half of the rounds in which threads waited least for a processor. */
    static Round typical(List<Round> rounds) {
        List<Round> calmest = rounds.stream()
                .sorted(Comparator.comparingDouble(Round::waited))
                .limit((rounds.size() + 1) / 2)
                .toList();
        return new Round(median(calmest, Round::wall), median(calmest, Round::cpu), median(calmest, Round::waited));
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> value) {
        double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
