package gilbench.service.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Defaults;
import gilbench.scenario.Deployment;
import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.Objective;
import gilbench.scenario.Outcome;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.StepKind;
import gilbench.scenario.TimeBudget;
import gilbench.service.execution.ExecutionStatistics;
import gilbench.service.gil.GilStatistics;
import gilbench.service.gil.StepTimes;
import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MetersTest {
    private static final Set<Meters> CONSTANT = EnumSet.of(
            Meters.QUEUE_LIMIT,
            Meters.CARRYING_LIMIT,
            Meters.WORKERS_TARGET,
            Meters.CARRIER_THREADS,
            Meters.OBJECTIVE_BOUND,
            Meters.OBJECTIVE_ERRORS);
    private static final RequestProfile IO = RequestProfile.of(StepKind.IO, Duration.ofMillis(100));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Meters.class)
    void everyMeter_beforeTheFirstRequest_isThereAtZero(Meters meter) {
        Collection<Meter> found =
                bound(ExecutionStatistics.NOTHING).find(meter.meterName()).meters();

        assertThat(found).isNotEmpty().allSatisfy(each -> {
            assertThat(each.getId().getType()).isEqualTo(meter.type());
            assertThat(each.getId().getBaseUnit()).isEqualTo(meter.unit());
            assertThat(each.getId().getDescription()).isEqualTo(meter.description());
            if (!CONSTANT.contains(meter)) {
                assertThat(each.measure()).extracting(Measurement::getValue).containsOnly(0.0);
            }
        });
    }

    @ParameterizedTest
    @EnumSource(ConcurrencyModel.class)
    void limits_everyModel_areAboveZero(ConcurrencyModel model) {
        MeterRegistry registry = new SimpleMeterRegistry();
        Deployment deployment = Deployment.of(model, Interpreter.of(InterpreterKind.GIL), 2);
        new ExecutionMeters(() -> ExecutionStatistics.NOTHING, deployment).bindTo(registry);

        assertThat(gauge(registry, Meters.CARRYING_LIMIT)).isPositive();
        assertThat(gauge(registry, Meters.QUEUE_LIMIT)).isEqualTo(Defaults.QUEUE);
        assertThat(gauge(registry, Meters.WORKERS_TARGET))
                .isEqualTo(model == ConcurrencyModel.WORKER_PROCESSES ? 2 : 0);
    }

    @ParameterizedTest
    @EnumSource(Meters.class)
    void everyMeter_isDocumented(Meters meter) {
        assertThat(meter.description()).isNotBlank();
        assertThat(meter.unit()).isNotBlank();
        assertThat(meter.meterName()).matches("[a-z]+(\\.[a-z]+)*");
    }

    @Test
    void gilMeters_twoInterpreters_areKeptApart() {
        GilStatistics first = new GilStatistics(1_500_000_000, 250_000_000, 7, 5, 3, 2);
        StepTimes steps = new StepTimes(Map.of(StepKind.OPAQUE, 1_000_000_000L), Map.of(StepKind.IO, 500_000_000L));
        MeterRegistry registry =
                bound(new ExecutionStatistics(4, 9, List.of(first, GilStatistics.ZERO), List.of(steps), 2, 3, 1));

        assertThat(value(registry, Meters.GIL_HOLD, "0")).isEqualTo(1.5);
        assertThat(value(registry, Meters.GIL_WAIT, "0")).isEqualTo(0.25);
        assertThat(value(registry, Meters.GIL_FORCED_SWITCHES, "0")).isEqualTo(3);
        assertThat(value(registry, Meters.GIL_HOLD, "1")).isZero();
        assertThat(stepValue(registry, Meters.GIL_STEP_HOLD, StepKind.OPAQUE)).isEqualTo(1);
        assertThat(stepValue(registry, Meters.GIL_STEP_HOLD, StepKind.PYTHON)).isZero();
        assertThat(stepValue(registry, Meters.GIL_STEP_WAIT, StepKind.IO)).isEqualTo(0.5);
        assertThat(gauge(registry, Meters.QUEUE_DEPTH)).isEqualTo(4);
        assertThat(gauge(registry, Meters.IN_FLIGHT)).isEqualTo(9);
        assertThat(count(registry, Meters.WORKERS_LOST)).isEqualTo(3);
        assertThat(count(registry, Meters.WORKERS_RESTARTED)).isEqualTo(1);
    }

    @Test
    void record_oneRequest_countsItWhereItBelongs() {
        MeterRegistry registry = new SimpleMeterRegistry();
        RequestMeters meters = new RequestMeters(registry, Defaults.OBJECTIVE);

        meters.record(Endpoint.COMPUTE, IO, Outcome.REJECTED, TimeBudget.within(2_000_000, 500_000, 0, 0, 0, 0));

        assertThat(timer(registry, "compute", "rejected").totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(2);
        assertThat(millis(registry, Meters.QUEUE_WAIT)).isEqualTo(0.5);
        assertThat(registry.find(Meters.REQUESTS.meterName()).timers().stream()
                        .mapToLong(Timer::count)
                        .sum())
                .isEqualTo(1);
        assertThat(registry.get(Meters.DELAY_OVERRUN.meterName()).timer().count())
                .isZero();
    }

    @Test
    void record_completedIo_tellsWhatTheDelayServiceAdded() {
        MeterRegistry registry = new SimpleMeterRegistry();
        RequestMeters meters = new RequestMeters(registry, Defaults.OBJECTIVE);

        meters.record(Endpoint.STATUS, IO, Outcome.COMPLETED, TimeBudget.within(105_000_000, 0, 0, 0, 0, 103_000_000));

        assertThat(millis(registry, Meters.DELAY_OVERRUN)).isEqualTo(3);
        assertThat(millis(registry, Meters.DISPATCH)).isEqualTo(2);
    }

    @Test
    void buckets_anyObjective_endAtItsBound() {
        Objective odd = new Objective(0.95, Duration.ofMillis(123), 0.01);

        assertThat(Buckets.of(odd)).isSorted().doesNotHaveDuplicates().contains(odd.bound());
        assertThat(Buckets.of(Defaults.OBJECTIVE)).hasSize(Buckets.of(odd).length - 1);
    }

    @Test
    void httpRecord_unknownPathsAndMethods_areOneSeries() {
        MeterRegistry registry = new SimpleMeterRegistry();
        HttpMeters meters = new HttpMeters(registry);
        int before = registry.getMeters().size();

        for (int i = 0; i < 100; i++) {
            meters.record("BREW", "/coffee/" + i, 404, 1_000);
        }

        assertThat(registry.getMeters()).hasSize(before + 1);
        assertThat(registry.get(Meters.HTTP_REQUESTS.meterName())
                        .tags("uri", "other", "method", "other", "status", "404", "outcome", "CLIENT_ERROR")
                        .timer()
                        .count())
                .isEqualTo(100);
    }

    @Test
    void throttling_controlGroupTells_isRead() throws Exception {
        Path stat =
                Files.writeString(folder.resolve("cpu.stat"), "usage_usec 5\nnr_throttled 7\nthrottled_usec 2500000\n");
        MeterRegistry registry = new SimpleMeterRegistry();
        new MachineMeters(stat).bindTo(registry);

        assertThat(count(registry, Meters.CPU_THROTTLED)).isEqualTo(2.5);
        assertThat(count(registry, Meters.CPU_THROTTLED_PERIODS)).isEqualTo(7);
    }

    private static Timer timer(MeterRegistry registry, String endpoint, String outcome) {
        return registry.get(Meters.REQUESTS.meterName())
                .tags("endpoint", endpoint, "outcome", outcome)
                .timer();
    }

    private static double millis(MeterRegistry registry, Meters meter) {
        return registry.get(meter.meterName()).timer().totalTime(TimeUnit.MILLISECONDS);
    }

    private static double gauge(MeterRegistry registry, Meters meter) {
        return registry.get(meter.meterName()).gauge().value();
    }

    private static double count(MeterRegistry registry, Meters meter) {
        return registry.get(meter.meterName()).functionCounter().count();
    }

    private static double stepValue(MeterRegistry registry, Meters meter, StepKind step) {
        return registry.get(meter.meterName())
                .tags("index", "0", "step", step.label())
                .functionCounter()
                .count();
    }

    private static double value(MeterRegistry registry, Meters meter, String index) {
        return registry.get(meter.meterName())
                .tag("index", index)
                .functionCounter()
                .count();
    }

    private static MeterRegistry bound(ExecutionStatistics statistics) {
        MeterRegistry registry = new SimpleMeterRegistry();
        Interpreter several = Interpreter.of(InterpreterKind.PER_INTERPRETER_GIL);
        new ExecutionMeters(() -> statistics, Deployment.of(ConcurrencyModel.THREAD_PER_REQUEST, several, 2))
                .bindTo(registry);
        new MachineMeters(Path.of("/nowhere")).bindTo(registry);
        new RequestMeters(registry, Defaults.OBJECTIVE);
        new PredictionMeters(registry);
        new HttpMeters(registry);
        return registry;
    }
}
