package gilbench.service.telemetry;

import gilbench.scenario.Defaults;
import gilbench.scenario.Outcome;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.StepKind;
import gilbench.scenario.TimeBudget;
import gilbench.scenario.WaiterChoice;
import gilbench.service.gil.Gil;
import gilbench.service.gil.StepCounters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What metrics cost a request: everything that is recorded of one, one booking of a step, and beside them what looking a
 * timer up by its name and tags would cost. With {@code -prof gc} it shows the allocation: none but in the last.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MetersBenchmark {
    private static final RequestProfile IO = RequestProfile.of(StepKind.IO, Duration.ofMillis(100));
    private static final TimeBudget BUDGET = TimeBudget.within(103_000_000, 10_000, 1_000, 0, 0, 102_000_000);

    private final MeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final RequestMeters requests = new RequestMeters(registry, Defaults.OBJECTIVE);
    private final HttpMeters http = new HttpMeters(registry);
    private final StepCounters steps = StepCounters.of(Gil.create(Defaults.SWITCH_INTERVAL, WaiterChoice.FIFO));

    @Benchmark
    public void request() {
        requests.record(Endpoint.STATUS, IO, Outcome.COMPLETED, BUDGET);
        http.record("GET", "/status", 200, 103_000_000);
    }

    @Benchmark
    public void step() {
        steps.held(StepKind.PYTHON, 5_000_000);
        steps.waited(StepKind.PYTHON, 1_000);
    }

    @Benchmark
    public void timerLookedUp() {
        Timer.builder("looked.up")
                .tags(Tags.of("endpoint", "status", "outcome", "completed"))
                .register(registry)
                .record(103_000_000, TimeUnit.NANOSECONDS);
    }
}
