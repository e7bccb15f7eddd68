package gilbench.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/** A clock that moves only when somebody waits on it. */
final class FakeWaiting implements Waiting {
    private final List<Long> parks = new ArrayList<>();
    private final LongUnaryOperator slept;
    private long now;

    /** A clock whose {@code slept} gives how long a wait of some nanoseconds really takes. */
    FakeWaiting(LongUnaryOperator slept) {
        this.slept = slept;
    }

    /** Every wait that was asked for. */
    List<Long> parks() {
        return parks;
    }

    void advance(long nanos) {
        now += nanos;
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public void park(long nanos) {
        parks.add(nanos);
        now += slept.applyAsLong(nanos);
    }
}
