package gilbench.bench.runner;

import java.time.Duration;
import java.time.Instant;

/** A clock that stands still until it is moved. */
final class FakeClock implements RunClock {
    private long nanos;

    void advance(Duration by) {
        nanos += by.toNanos();
    }

    @Override
    public Instant now() {
        return Instant.EPOCH.plusNanos(nanos);
    }

    @Override
    public long nanos() {
        return nanos;
    }
}
