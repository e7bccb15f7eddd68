package gilbench.service.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.scenario.Outcome;
import gilbench.service.execution.ExecutionStatistics;
import gilbench.service.gil.GilStatistics;
import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MetersTest {
    private static final ExecutionStatistics NOTHING = new ExecutionStatistics(0, 0, List.of(), 0, 0);

    @ParameterizedTest
    @EnumSource(Meters.class)
    void everyMeter_beforeTheFirstRequest_isThereAtZero(Meters meter) {
        Collection<Meter> found = bound(NOTHING, 2).find(meter.meterName()).meters();

        assertThat(found).isNotEmpty().allSatisfy(each -> {
            assertThat(each.getId().getType()).isEqualTo(meter.type());
            assertThat(each.getId().getBaseUnit()).isEqualTo(meter.unit());
            assertThat(each.getId().getDescription()).isEqualTo(meter.description());
            assertThat(each.measure()).extracting(Measurement::getValue).containsOnly(0.0);
        });
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
        MeterRegistry registry = bound(new ExecutionStatistics(4, 9, List.of(first, GilStatistics.ZERO), 2, 1), 2);

        assertThat(value(registry, Meters.GIL_HOLD, "0")).isEqualTo(1.5);
        assertThat(value(registry, Meters.GIL_WAIT, "0")).isEqualTo(0.25);
        assertThat(value(registry, Meters.GIL_FORCED_SWITCHES, "0")).isEqualTo(3);
        assertThat(value(registry, Meters.GIL_HOLD, "1")).isZero();
        assertThat(registry.get(Meters.QUEUE_DEPTH.meterName()).gauge().value()).isEqualTo(4);
        assertThat(registry.get(Meters.IN_FLIGHT.meterName()).gauge().value()).isEqualTo(9);
        assertThat(registry.get(Meters.WORKERS_LOST.meterName())
                        .functionCounter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void record_oneRequest_countsItWhereItBelongs() {
        MeterRegistry registry = new SimpleMeterRegistry();
        RequestMeters meters = new RequestMeters(registry);

        meters.record(Endpoint.COMPUTE, Outcome.REJECTED, 2_000_000);

        assertThat(timer(registry, "compute", "rejected").totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(2);
        assertThat(registry.find(Meters.REQUESTS.meterName()).timers().stream()
                        .mapToLong(Timer::count)
                        .sum())
                .isEqualTo(1);
    }

    private static Timer timer(MeterRegistry registry, String endpoint, String outcome) {
        return registry.get(Meters.REQUESTS.meterName())
                .tags("endpoint", endpoint, "outcome", outcome)
                .timer();
    }

    private static double value(MeterRegistry registry, Meters meter, String index) {
        return registry.get(meter.meterName())
                .tag("index", index)
                .functionCounter()
                .count();
    }

    private static MeterRegistry bound(ExecutionStatistics statistics, int gils) {
        MeterRegistry registry = new SimpleMeterRegistry();
        new ExecutionMeters(() -> statistics, gils).bindTo(registry);
        new RequestMeters(registry);
        return registry;
    }
}
