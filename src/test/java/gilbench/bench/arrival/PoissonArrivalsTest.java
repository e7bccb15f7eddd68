package gilbench.bench.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gilbench.scenario.ArrivalPattern;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Bounds lie 5 standard errors away; the seeds are fixed. */
class PoissonArrivalsTest extends ArrivalsContract {
    private static final double RATE = 200;
    private static final long SEED = 42;
    private static final int N = 200_000;

    @Override
    Arrivals arrivals() {
        return Arrivals.of(ArrivalPattern.POISSON, RATE, SEED);
    }

    @Override
    double expected(double seconds) {
        return RATE * seconds;
    }

    @Override
    double tolerance(double expected) {
        return 5 * Math.sqrt(expected) + 1;
    }

    private static double[] gaps() {
        long[] due = first(Arrivals.poisson(RATE, SEED), N);
        double[] gaps = new double[N];
        for (int i = 0; i < N; i++) {
            gaps[i] = (due[i] - (i == 0 ? 0 : due[i - 1])) / 1e9;
        }
        return gaps;
    }

    @Test
    void next_gaps_haveTheMeanAndVarianceOfTheExponentialDistribution() {
        double mean = Arrays.stream(gaps()).average().orElseThrow();
        double variance =
                Arrays.stream(gaps()).map(gap -> (gap - mean) * (gap - mean)).sum() / (N - 1);

        assertThat(mean * RATE).isCloseTo(1, within(5 / Math.sqrt(N)));
        assertThat(variance * RATE * RATE).isCloseTo(1, within(5 * Math.sqrt(8.0 / N)));
    }

    @Test
    void next_gaps_followTheExponentialDistribution() {
        double[] gaps = Arrays.stream(gaps()).sorted().toArray();
        double distance = 0;
        for (int i = 0; i < N; i++) {
            double share = -Math.expm1(-RATE * gaps[i]);
            distance = Math.max(distance, Math.max(share - (double) i / N, (i + 1.0) / N - share));
        }

        assertThat(distance).as("Kolmogorov-Smirnov at 0.1 %").isLessThan(1.95 / Math.sqrt(N));
    }

    @Test
    void next_gaps_areNotCorrelated() {
        double[] gaps = gaps();
        double sum = 0;
        for (int i = 1; i < N; i++) {
            sum += (gaps[i] * RATE - 1) * (gaps[i - 1] * RATE - 1);
        }

        assertThat(sum / (N - 1)).isCloseTo(0, within(5 / Math.sqrt(N)));
    }

    @Test
    void next_arrivalsPerSecond_haveAVarianceEqualToTheirMean() {
        long[] due = first(Arrivals.poisson(RATE, SEED), N);
        int seconds = (int) (due[N - 1] / 1_000_000_000L);
        double[] counts = new double[seconds];
        Arrays.stream(due)
                .mapToInt(at -> (int) (at / 1_000_000_000L))
                .filter(second -> second < seconds)
                .forEach(second -> counts[second]++);
        double mean = Arrays.stream(counts).average().orElseThrow();
        double variance =
                Arrays.stream(counts).map(c -> (c - mean) * (c - mean)).sum() / (seconds - 1);

        assertThat(variance / mean).isCloseTo(1, within(5 * Math.sqrt(2.0 / seconds)));
    }

    @Test
    void next_otherSeed_isAnotherSequence() {
        assertThat(first(Arrivals.poisson(RATE, 1), 100)).isNotEqualTo(first(Arrivals.poisson(RATE, 2), 100));
    }
}
