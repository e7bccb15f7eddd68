package gilbench.profile;

import gilbench.bench.stats.Estimate;
import java.util.Optional;

/**
 * Processor time of a request behind its wait, where simultaneous requests do not meet.
 *
 * @param all of it, seconds
 * @param python the part with the GIL; its interval says how far that can be told
 */
record Tail(double all, Estimate python) {
    /** Not known apart from the rest. */
    static final Tail NONE = new Tail(0, new Estimate(0, 0, 0, 0));

    /**
     * What is known of a tail when an endpoint that does nothing needs {@code empty}, seconds.
     *
     * <p>Such an endpoint has no wait: half of what it needs is taken as before and half as behind. After a pause caches are cold, and
     * what is behind costs up to twice that; so much of the tail is the framework's Python. Of the rest nothing is known, and half of
     * it is taken as Python, unless requests that started meanwhile have shown which share keeps the GIL ({@link TailShare}).
     */
    static Tail seen(Estimate tail, double empty, Optional<Estimate> share) {
        double framework = Math.min(tail.value(), empty);
        double python = share.map(seen -> Math.max(framework, seen.value() * tail.value()))
                .orElse((framework + tail.value()) / 2);
        double kept = share.map(seen -> seen.low() * tail.low()).orElse(0.0);
        double low = Math.clamp(kept, Math.min(tail.low(), empty / 2), python);
        return new Tail(tail.value(), new Estimate(python, low, tail.high(), tail.n()));
    }

    /** The part without the GIL, seconds. */
    double released() {
        return all - python.value();
    }
}
