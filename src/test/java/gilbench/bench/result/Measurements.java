package gilbench.bench.result;

import gilbench.bench.stats.Distribution;
import gilbench.scenario.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Measurements of which only the numbers of requests matter. */
public final class Measurements {
    private Measurements() {}

    /** All {@code requests} that were due were started; no times were taken. */
    public static Measurement of(Workload workload, Duration window, long requests, Map<End, Long> ends) {
        return new Measurement(
                workload,
                window,
                requests,
                requests,
                0,
                ends,
                Distribution.empty(),
                Distribution.empty(),
                Distribution.empty(),
                Distribution.empty(),
                MeanBudget.NONE,
                new InFlight(0, 0, 0, 0),
                List.of(),
                Duration.ZERO);
    }

    /** As {@code seen}, but for how many requests were due and were started. */
    public static Measurement with(Measurement seen, long due, long started) {
        return new Measurement(
                seen.workload(),
                seen.window(),
                due,
                started,
                seen.dropped(),
                seen.ends(),
                seen.responseTime(),
                seen.completedResponseTime(),
                seen.serviceTime(),
                seen.sendLag(),
                seen.budget(),
                seen.inFlight(),
                seen.endsPerSecond(),
                seen.generatorCpu());
    }
}
