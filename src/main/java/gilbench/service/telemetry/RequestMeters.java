package gilbench.service.telemetry;

import static java.util.Objects.requireNonNull;

import gilbench.scenario.Objective;
import gilbench.scenario.Outcome;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.Step;
import gilbench.scenario.StepKind;
import gilbench.scenario.TimeBudget;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Counts and times answered requests by endpoint and outcome, and says where their time went beside the GIL. Every timer
 * is registered at zero when this is created; recording looks up by enum constant and allocates nothing.
 */
public final class RequestMeters {
    private final Map<Endpoint, Map<Outcome, Timer>> timers = new EnumMap<>(Endpoint.class);
    private final Timer queueWait;
    private final Timer dispatch;
    private final Timer delayOverrun;
    private final Consumer<RequestProfile> answered;

    /** Meters whose buckets are aligned to {@code objective}, which they publish as well. */
    public RequestMeters(MeterRegistry registry, Objective objective) {
        this(registry, objective, _ -> {});
    }

    /**
     * The same.
     *
     * @param answered is told of each request that is recorded, on the thread that records it
     */
    public RequestMeters(MeterRegistry registry, Objective objective, Consumer<RequestProfile> answered) {
        this.answered = answered;
        Registration to = new Registration(registry);
        Duration[] buckets = Buckets.of(objective);
        for (Endpoint endpoint : Endpoint.values()) {
            Map<Outcome, Timer> byOutcome = new EnumMap<>(Outcome.class);
            for (Outcome outcome : Outcome.values()) {
                Tags tags = Tags.of("endpoint", endpoint.label(), "outcome", outcome.label());
                byOutcome.put(outcome, to.timer(Meters.REQUESTS, tags, buckets));
            }
            timers.put(endpoint, byOutcome);
        }
        queueWait = to.timer(Meters.QUEUE_WAIT, Tags.empty(), buckets);
        dispatch = to.timer(Meters.DISPATCH, Tags.empty(), buckets);
        delayOverrun = to.timer(Meters.DELAY_OVERRUN, Tags.empty(), buckets);
        publish(to, objective);
    }

    private static void publish(Registration to, Objective objective) {
        Tags quantile = Tags.of("quantile", Double.toString(objective.quantile()));
        double seconds = objective.bound().toNanos() / 1e9;
        to.read(Meters.OBJECTIVE_BOUND, quantile, () -> seconds);
        to.read(Meters.OBJECTIVE_ERRORS, Tags.empty(), objective::errors);
    }

    /**
     * Records one answered request.
     *
     * @param budget where its wall time in the service went
     */
    public void record(Endpoint endpoint, RequestProfile profile, Outcome outcome, TimeBudget budget) {
        answered.accept(profile);
        record(timerOf(endpoint, outcome), budget.total());
        record(queueWait, budget.queue());
        if (outcome == Outcome.COMPLETED) {
            record(dispatch, budget.other());
            recordOverrun(profile.steps(), budget.io());
        }
    }

    private void recordOverrun(List<Step> steps, long waited) {
        long asked = 0;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            asked += step.kind() == StepKind.IO ? step.duration().toNanos() : 0;
        }
        if (asked > 0) {
            record(delayOverrun, waited - asked);
        }
    }

    private static void record(Timer timer, long nanos) {
        timer.record(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    }

    private Timer timerOf(Endpoint endpoint, Outcome outcome) {
        return requireNonNull(requireNonNull(timers.get(endpoint)).get(outcome));
    }
}
