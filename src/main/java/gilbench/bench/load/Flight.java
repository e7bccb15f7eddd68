package gilbench.bench.load;

import gilbench.bench.result.End;
import gilbench.scenario.TimeBudget;
import java.util.Optional;

/**
 * One request under way. Its actual start is when it was written to a connection; for a request that never got one, when
 * a connection was asked for.
 */
final class Flight {
    private final Recorder recorder;
    private final Waiting clock;
    private final Runnable afterEnd;
    private final long intended;
    private long actual;

    Flight(Recorder recorder, Waiting clock, long intended, Runnable afterEnd) {
        this.recorder = recorder;
        this.clock = clock;
        this.intended = intended;
        this.actual = clock.now();
        this.afterEnd = afterEnd;
    }

    /** The request is being written. */
    void sent() {
        actual = clock.now();
        recorder.sent(actual);
    }

    /** The request ended; to be said exactly once. */
    void ended(End how, Optional<TimeBudget> budget) {
        recorder.ended(intended, actual, clock.now(), how, budget);
        afterEnd.run();
    }
}
