package gilbench.cli;

import gilbench.bench.report.ProgressLine;
import java.time.Duration;
import java.util.function.DoubleConsumer;

/** Shows progress on standard error once something has taken two seconds, a few times each second. */
final class PatientProgress implements DoubleConsumer, AutoCloseable {
    private static final long PATIENCE = 2_000_000_000L;
    private static final long PACE = 500_000_000L;

    private final ProgressLine line = ProgressLine.onStandardError();
    private final String what;
    private final long began = System.nanoTime();
    private long shown;
    private boolean used;

    PatientProgress(String what) {
        this.what = what;
    }

    @Override
    public synchronized void accept(double done) {
        long elapsed = System.nanoTime() - began;
        if (elapsed < PATIENCE || (used && elapsed - shown < PACE)) {
            return;
        }
        used = true;
        shown = elapsed;
        line.begin(what, done, Duration.ofNanos(Math.round(elapsed * (1 - done) / Math.max(done, 1e-3))));
    }

    @Override
    public synchronized void close() {
        if (used) {
            line.close();
        }
    }
}
