package gilbench.bench.load;

import gilbench.bench.result.End;
import gilbench.bench.result.Measurement;
import gilbench.bench.stats.Distribution;
import gilbench.scenario.TimeBudget;
import gilbench.scenario.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns the events of requests into a measurement of one window. A pure function of the times that it is given
 * (nanoseconds on one clock that starts near 0); safe for several threads.
 *
 * <p>The window is [opens, closes) for intended starts and (opens, closes] for ends, so that
 * {@code inFlight.atEnd = inFlight.atStart + started − ended} holds exactly.
 */
final class Recorder {
    private static final long SECOND = 1_000_000_000L;

    private final boolean fixed;
    private final long low;
    private final long high;
    private long firstActual = Long.MAX_VALUE;
    private long lastEnd = Long.MIN_VALUE;

    private long due;
    private long dropped;
    private final InFlightCount inFlight;
    private final Map<End, Long> ends = new EnumMap<>(End.class);
    private final List<Long> endsPerSecond = new ArrayList<>();
    private final BudgetSum budget = new BudgetSum();
    private final Distribution.Recorder responseTime = Distribution.recorder();
    private final Distribution.Recorder completedResponseTime = Distribution.recorder();
    private final Distribution.Recorder serviceTime = Distribution.recorder();
    private final Distribution.Recorder sendLag = Distribution.recorder();

    private Recorder(boolean fixed, long low, long high) {
        this.fixed = fixed;
        this.low = low;
        this.high = high;
        this.inFlight = new InFlightCount(low);
    }

    /** Observes the window between two times. */
    static Recorder between(long opens, long closes) {
        return new Recorder(true, opens, closes);
    }

    /** Observes every request; the window is from the first actual start to the last end. */
    static Recorder ofAll() {
        return new Recorder(false, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** A request was due and is handed to a connection. */
    synchronized void started(long intended) {
        if (intended < high) {
            due += intended < low ? 0 : 1;
            inFlight.started(intended);
        }
    }

    /** A request was due and is not sent. */
    synchronized void dropped(long intended) {
        if (intended >= low && intended < high) {
            due++;
            dropped++;
        }
    }

    /** A started request was sent. */
    synchronized void sent(long actual) {
        firstActual = Math.min(firstActual, actual);
    }

    /** A started request ended. */
    synchronized void ended(long intended, long actual, long end, End how, Optional<TimeBudget> parts) {
        if (intended >= high || end > high) {
            return;
        }
        inFlight.ended(end);
        if (end > low) {
            lastEnd = Math.max(lastEnd, end);
            firstActual = Math.min(firstActual, actual);
            observe(intended, actual, end, how, parts);
        }
    }

    private void observe(long intended, long actual, long end, End how, Optional<TimeBudget> parts) {
        ends.merge(how, 1L, Long::sum);
        responseTime.record(end - intended);
        serviceTime.record(end - actual);
        sendLag.record(actual - intended);
        if (how == End.COMPLETED) {
            completedResponseTime.record(end - intended);
            parts.ifPresent(budget::add);
            completedAt(end);
        }
    }

    private void completedAt(long end) {
        int second = (int) ((end - opens()) / SECOND);
        while (endsPerSecond.size() <= second) {
            endsPerSecond.add(0L);
        }
        endsPerSecond.set(second, endsPerSecond.get(second) + 1);
    }

    /** What was observed so far. */
    synchronized Measurement measurement(Workload workload, Duration generatorCpu) {
        long length = Math.max(1, closes() - opens());
        return new Measurement(
                workload,
                Duration.ofNanos(length),
                due,
                due - dropped,
                dropped,
                ends,
                responseTime.snapshot(),
                completedResponseTime.snapshot(),
                serviceTime.snapshot(),
                sendLag.snapshot(),
                budget.mean(),
                inFlight.over(opens(), opens() + length),
                fullSeconds(length),
                generatorCpu);
    }

    private long opens() {
        return fixed ? low : firstActual;
    }

    private long closes() {
        return fixed ? high : lastEnd;
    }

    private List<Long> fullSeconds(long length) {
        List<Long> seconds = new ArrayList<>(endsPerSecond);
        int full = (int) (length / SECOND);
        while (seconds.size() < full) {
            seconds.add(0L);
        }
        return seconds.subList(0, full);
    }
}
