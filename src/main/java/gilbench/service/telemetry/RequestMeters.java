package gilbench.service.telemetry;

import static java.util.Objects.requireNonNull;

import gilbench.scenario.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Counts and times answered requests by endpoint and outcome. */
public final class RequestMeters {
    private static final Duration[] BUCKETS = Stream.of(
                    1, 2, 5, 10, 20, 50, 100, 200, 300, 500, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final Map<Endpoint, Map<Outcome, Timer>> timers = new EnumMap<>(Endpoint.class);

    /** Registers a timer at zero for every endpoint and outcome. */
    public RequestMeters(MeterRegistry registry) {
        for (Endpoint endpoint : Endpoint.values()) {
            Map<Outcome, Timer> byOutcome = new EnumMap<>(Outcome.class);
            for (Outcome outcome : Outcome.values()) {
                byOutcome.put(outcome, timer(registry, endpoint, outcome));
            }
            timers.put(endpoint, byOutcome);
        }
    }

    private static Timer timer(MeterRegistry registry, Endpoint endpoint, Outcome outcome) {
        return Timer.builder(Meters.REQUESTS.meterName())
                .description(Meters.REQUESTS.description())
                .tag("endpoint", endpoint.label())
                .tag("outcome", outcome.label())
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    /**
     * Records one answered request.
     *
     * @param nanos its wall time in the service
     */
    public void record(Endpoint endpoint, Outcome outcome, long nanos) {
        timerOf(endpoint, outcome).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timerOf(Endpoint endpoint, Outcome outcome) {
        return requireNonNull(requireNonNull(timers.get(endpoint)).get(outcome));
    }
}
