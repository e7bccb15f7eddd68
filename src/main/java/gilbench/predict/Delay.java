package gilbench.predict;

import gilbench.scenario.WakeLatency;
import java.time.Duration;
import java.util.SplittableRandom;

/** A length of time in nanoseconds that may be drawn anew each time: a demand of a step, or a latency. */
@FunctionalInterface
interface Delay {
    /** No time at all. */
    Delay NONE = random -> 0;

    /** The next length; not negative. */
    long draw(SplittableRandom random);

    /** Always the same. */
    static Delay constant(long nanos) {
        return nanos == 0 ? NONE : random -> nanos;
    }

    /** Always the same. */
    static Delay constant(Duration duration) {
        return constant(duration.toNanos());
    }

    /** Evenly distributed. */
    static Delay uniform(long least, long most) {
        return least == most ? constant(least) : random -> least + random.nextLong(most - least + 1);
    }

    /** The sum of both, drawn independently. */
    default Delay plus(Delay other) {
        return random -> draw(random) + other.draw(random);
    }

    /** Exponentially distributed. */
    static Delay exponential(long mean) {
        return random -> Math.round(-mean * StrictMath.log1p(-random.nextDouble()));
    }

    /** Lognormally distributed; without spread, always the median. */
    static Delay of(WakeLatency latency) {
        double sigma = latency.sigma();
        double median = latency.median().toNanos();
        return sigma == 0
                ? constant(latency.median())
                : random -> Math.round(median * StrictMath.exp(sigma * random.nextGaussian()));
    }
}
