package gilbench.bench.result;

import gilbench.bench.stats.Distribution;
import gilbench.scenario.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a load driver observed in one measurement window.
 *
 * <p>Counts and distributions are of requests that ended inside the window, except {@code due}, {@code started} and
 * {@code dropped}, which are of requests whose intended start lies inside it.
 *
 * @param window its real length on the monotonic clock
 * @param due requests that the timetable or the users asked for
 * @param started requests really sent
 * @param dropped due, but not started
 * @param ends how requests ended
 * @param responseTime end − intended start, every end, seconds
 * @param completedResponseTime the same, completed requests alone
 * @param serviceTime end − actual start, every end
 * @param sendLag actual − intended start
 * @param endsPerSecond completed requests in each full second of the window
 * @param generatorCpu processor time of the driver's process in the window
 */
public record Measurement(
        Workload workload,
        Duration window,
        long due,
        long started,
        long dropped,
        Map<End, Long> ends,
        Distribution responseTime,
        Distribution completedResponseTime,
        Distribution serviceTime,
        Distribution sendLag,
        MeanBudget budget,
        InFlight inFlight,
        List<Long> endsPerSecond,
        Duration generatorCpu) {
    /** Copies the collections. */
    public Measurement {
        ends = Map.copyOf(ends);
        endsPerSecond = List.copyOf(endsPerSecond);
    }

    /** Requests that ended in one way. */
    public long ended(End end) {
        return ends.getOrDefault(end, 0L);
    }

    /** Requests that ended in any way. */
    public long ended() {
        return ends.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Completed requests per second. */
    public double throughput() {
        return ended(End.COMPLETED) / (window.toNanos() / 1e9);
    }
}
