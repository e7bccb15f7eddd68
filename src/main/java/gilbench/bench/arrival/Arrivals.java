package gilbench.bench.arrival;

import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.Ramp;

/**
 * The intended start times of an open workload: an endless, non-decreasing sequence of nanoseconds since its start, fixed
 * by its parameters and its seed. Not safe for several threads.
 *
 * <p>Each time is computed from the number of arrivals before it, never by adding rounded gaps, so the achieved rate is
 * the asked one however long the sequence is read.
 */
public interface Arrivals {
    /**
     * The next intended start in nanoseconds since the start of the sequence; {@link Long#MAX_VALUE} for one beyond 292
     * years.
     */
    long next();

    /**
     * The arrivals of {@code pattern}.
     *
     * @param rate arrivals per second, finite and above 0
     * @param seed of random patterns; equal seeds give equal sequences on every machine
     */
    static Arrivals of(ArrivalPattern pattern, double rate, long seed) {
        return switch (pattern) {
            case CONSTANT -> constant(rate);
            case POISSON -> poisson(rate, seed);
        };
    }

    /**
     * Arrivals at equal distances: arrival <i>i</i> = 0, 1, 2, … is due at <i>i</i>/λ.
     *
     * @param rate λ, arrivals per second, finite and above 0
     */
    static Arrivals constant(double rate) {
        return new ConstantArrivals(rate);
    }

    /**
     * A Poisson process: independent gaps of the exponential distribution with mean 1/λ, also before the first arrival.
     * The number of arrivals in any interval of length <i>t</i> has mean and variance λ<i>t</i>.
     *
     * @param rate λ, arrivals per second, finite and above 0
     */
    static Arrivals poisson(double rate, long seed) {
        return new PoissonArrivals(rate, seed);
    }

    /**
     * Arrivals whose rate goes linearly from one value to another and stays there: even ones, each due when its number is
     * the integral of the rate, or a Poisson process with that rate.
     *
     * @param seed of random patterns
     */
    static Arrivals ramp(ArrivalPattern pattern, Ramp ramp, long seed) {
        return new RampArrivals(
                ramp,
                switch (pattern) {
                    case CONSTANT -> Counts.even();
                    case POISSON -> Counts.poisson(seed);
                });
    }
}
