package gilbench.bench.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.BoundException;
import gilbench.scenario.Ramp;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RampArrivalsTest {
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    /** Expected arrivals of a ramp of 10 s. */
    private static double integral(double from, double to, double seconds) {
        double ramped = Math.min(seconds, 10);
        return from * ramped + (to - from) / 10 * ramped * ramped / 2 + to * (seconds - ramped);
    }

    private static Arrivals even(double from, double to) {
        return Arrivals.ramp(ArrivalPattern.CONSTANT, new Ramp(from, to, TEN_SECONDS), 1);
    }

    abstract static class Contract extends ArrivalsContract {
        abstract double from();

        abstract double to();

        @Override
        Arrivals arrivals() {
            return even(from(), to());
        }

        @Override
        double expected(double seconds) {
            return integral(from(), to(), seconds);
        }

        @Override
        double tolerance(double expected) {
            return 1 + 1e-3;
        }
    }

    @Nested
    class Up extends Contract {
        @Override
        double from() {
            return 0;
        }

        @Override
        double to() {
            return 500;
        }
    }

    @Nested
    class Down extends Contract {
        @Override
        double from() {
            return 500;
        }

        @Override
        double to() {
            return 20;
        }
    }

    @Nested
    class Level extends Contract {
        @Override
        double from() {
            return 100;
        }

        @Override
        double to() {
            return 100;
        }
    }

    @Test
    void next_arrivalsPerSecond_followTheRate() {
        long[] due = ArrivalsContract.first(even(100, 1100), 10_000);

        for (int second = 0; second < 12; second++) {
            long low = second * 1_000_000_000L;
            long count = Arrays.stream(due)
                    .filter(at -> at >= low && at < low + 1_000_000_000L)
                    .count();
            double expected = integral(100, 1100, second + 1) - integral(100, 1100, second);
            assertThat((double) count).as("in second %d", second).isCloseTo(expected, within(1.001));
        }
    }

    @Test
    void next_poisson_countsHaveTheIntegralAsMeanAndVariance() {
        Ramp ramp = new Ramp(0, 200, TEN_SECONDS);
        double[] counts = IntStream.range(0, 400)
                .mapToDouble(seed -> until(5_000_000_000L, Arrivals.ramp(ArrivalPattern.POISSON, ramp, seed)))
                .toArray();
        double mean = Arrays.stream(counts).average().orElseThrow();
        double variance =
                Arrays.stream(counts).map(n -> (n - mean) * (n - mean)).sum() / (counts.length - 1);

        assertThat(mean).isCloseTo(250, within(4 * Math.sqrt(250 / 400.0)));
        assertThat(variance).isCloseTo(250, within(4 * 250 * Math.sqrt(2 / 399.0)));
    }

    private static long until(long end, Arrivals arrivals) {
        return LongStream.generate(arrivals::next).takeWhile(due -> due < end).count();
    }

    @Test
    void ramp_boundsBroken_isRefused() {
        assertThatThrownBy(() -> new Ramp(-1, 1, TEN_SECONDS)).isInstanceOf(BoundException.class);
        assertThatThrownBy(() -> new Ramp(1, 0, TEN_SECONDS)).isInstanceOf(BoundException.class);
        assertThatThrownBy(() -> new Ramp(1, 1, Duration.ZERO)).isInstanceOf(BoundException.class);
    }
}
