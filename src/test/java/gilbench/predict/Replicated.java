package gilbench.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Thirty independent simulations of one model, and what they say about a theoretical value. */
record Replicated(List<Observation> observations) {
    private static final int REPLICATIONS = 30;

    /** The 99.95 % quantile of Student's distribution with 29 degrees of freedom. */
    private static final double T = 3.659;

    /** After a warm-up of a quarter of {@code seconds}. */
    static Replicated of(Model model, double seconds) {
        return new Replicated(IntStream.range(0, REPLICATIONS)
                .parallel()
                .mapToObj(i -> new Simulation(model, 1000 + i)
                        .observe(Math.round(seconds / 4 * 1e9), Math.round(seconds * 1e9), Long.MAX_VALUE))
                .toList());
    }

    /** Mean response time, ms. */
    void meanResponse(double expected) {
        is(seen -> seen.allTimes().mean() / 1e6, expected);
    }

    /** Mean number in flight. */
    void inFlight(double expected) {
        is(seen -> seen.area() / (double) seen.window(), expected);
    }

    /** Completed requests per second. */
    void throughput(double expected) {
        is(seen -> seen.completed() * 1e9 / seen.window(), expected);
    }

    /** Share of arrivals that were turned away. */
    void loss(double expected) {
        is(seen -> seen.rejected() / (double) seen.due(), expected);
    }

    /** Asserts that the 99.9 % interval of the mean contains {@code expected} and is at most 6 % of it wide. */
    void is(ToDoubleFunction<Observation> number, double expected) {
        isMean(observations.stream().mapToDouble(number).toArray(), expected);
    }

    /** The same for thirty independent numbers. */
    static void isMean(double[] x, double expected) {
        assertThat(x).hasSize(REPLICATIONS);
        double mean = Arrays.stream(x).average().orElseThrow();
        double squares =
                Arrays.stream(x).map(each -> (each - mean) * (each - mean)).sum();
        double half = T * Math.sqrt(squares / (x.length - 1) / x.length);
        assertThat(half).as("half-width").isLessThan(0.06 * expected);
        assertThat(mean).isBetween(expected - half - 1e-4 * expected, expected + half + 1e-4 * expected);
    }
}
