package gilbench.service.telemetry;

import gilbench.service.execution.ExecutionStatistics;
import gilbench.service.gil.GilStatistics;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Publishes what an execution counts, one series of GIL meters for each interpreter or worker. */
public final class ExecutionMeters implements MeterBinder {
    private static final double NANOS = 1e9;

    private final Supplier<ExecutionStatistics> statistics;
    private final int gils;

    /**
     * Meters of what {@code statistics} tells.
     *
     * @param gils how many series of GIL meters there are; a GIL not yet there reads zero
     */
    public ExecutionMeters(Supplier<ExecutionStatistics> statistics, int gils) {
        this.statistics = statistics;
        this.gils = gils;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        bind(registry, Meters.QUEUE_DEPTH, Tags.empty(), ExecutionStatistics::queued);
        bind(registry, Meters.IN_FLIGHT, Tags.empty(), ExecutionStatistics::inFlight);
        bind(registry, Meters.WORKERS_UP, Tags.empty(), ExecutionStatistics::workersUp);
        bind(registry, Meters.WORKERS_LOST, Tags.empty(), ExecutionStatistics::workersLost);
        for (int index = 0; index < gils; index++) {
            bindGil(registry, index);
        }
    }

    private void bindGil(MeterRegistry registry, int index) {
        bindGil(registry, Meters.GIL_HOLD, index, gil -> gil.holdNanos() / NANOS);
        bindGil(registry, Meters.GIL_WAIT, index, gil -> gil.waitNanos() / NANOS);
        bindGil(registry, Meters.GIL_TAKES, index, GilStatistics::takes);
        bindGil(registry, Meters.GIL_SWITCHES, index, GilStatistics::switches);
        bindGil(registry, Meters.GIL_FORCED_SWITCHES, index, GilStatistics::forcedSwitches);
        bindGil(registry, Meters.GIL_WAITERS, index, GilStatistics::waiters);
    }

    private void bindGil(MeterRegistry registry, Meters meter, int index, ToDoubleFunction<GilStatistics> value) {
        bind(registry, meter, Tags.of("index", Integer.toString(index)), all -> value.applyAsDouble(gil(all, index)));
    }

    private static GilStatistics gil(ExecutionStatistics all, int index) {
        List<GilStatistics> known = all.gils();
        return index < known.size() ? known.get(index) : GilStatistics.ZERO;
    }

    /** A meter holds its object weakly and its function strongly: with the registry as object, it reads as long as it lives. */
    private void bind(MeterRegistry registry, Meters meter, Tags tags, ToDoubleFunction<ExecutionStatistics> value) {
        switch (meter.type()) {
            case COUNTER ->
                FunctionCounter.builder(meter.meterName(), registry, _ -> value.applyAsDouble(statistics.get()))
                        .description(meter.description())
                        .baseUnit(meter.unit())
                        .tags(tags)
                        .register(registry);
            case GAUGE ->
                Gauge.builder(meter.meterName(), registry, _ -> value.applyAsDouble(statistics.get()))
                        .description(meter.description())
                        .baseUnit(meter.unit())
                        .tags(tags)
                        .register(registry);
            case TIMER, LONG_TASK_TIMER, DISTRIBUTION_SUMMARY, OTHER ->
                throw new IllegalArgumentException(meter + " is not read from the execution");
        }
    }
}
