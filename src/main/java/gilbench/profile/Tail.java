package gilbench.profile;

import gilbench.bench.stats.Estimate;

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
     * it is taken as Python.
     */
    static Tail seen(Estimate tail, double empty) {
        double framework = Math.min(tail.value(), empty);
        double python = (framework + tail.value()) / 2;
        return new Tail(tail.value(), new Estimate(python, Math.min(tail.low(), empty / 2), tail.high(), tail.n()));
    }

    /** The part without the GIL, seconds. */
    double released() {
        return all - python.value();
    }
}
