package gilbench.bench.runner;

import java.time.Duration;

/** Hears how a run goes on. */
public interface Progress {
    /**
     * Something begins.
     *
     * @param what one line for people
     * @param done share of the run that is done, 0 to 1
     * @param remaining how long the rest is expected to take
     */
    void begin(String what, double done, Duration remaining);
}
