package gilbench.service.gil;

/** The cumulative time of intervals that may overlap, the running ones included. Not thread-safe. */
final class Stopwatch {
    private long nanos;
    private int running;

    /** Begins an interval at {@code now}. */
    void start(long now) {
        nanos -= now;
        running++;
    }

    /** Ends one of the running intervals at {@code now}. */
    void stop(long now) {
        nanos += now;
        running--;
    }

    /** Nanoseconds of all intervals until {@code now}. */
    long total(long now) {
        return nanos + running * now;
    }

    int running() {
        return running;
    }
}
