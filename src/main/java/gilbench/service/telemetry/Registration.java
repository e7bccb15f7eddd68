package gilbench.service.telemetry;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/** Registers meters as {@link Meters} describes them. */
record Registration(MeterRegistry registry) {
    /**
     * A counter or gauge that reads {@code value}. A meter holds its object weakly and its function strongly: with the
     * registry as object, it reads as long as it lives.
     */
    void read(Meters meter, Tags tags, DoubleSupplier value) {
        switch (meter.type()) {
            case COUNTER ->
                FunctionCounter.builder(meter.meterName(), registry, _ -> value.getAsDouble())
                        .description(meter.description())
                        .baseUnit(meter.unit())
                        .tags(tags)
                        .register(registry);
            case GAUGE ->
                Gauge.builder(meter.meterName(), registry, _ -> value.getAsDouble())
                        .description(meter.description())
                        .baseUnit(meter.unit())
                        .tags(tags)
                        .register(registry);
            case TIMER, LONG_TASK_TIMER, DISTRIBUTION_SUMMARY, OTHER ->
                throw new IllegalArgumentException(meter + " is recorded, not read");
        }
    }

    /** A timer with these buckets; none when there are none. */
    Timer timer(Meters meter, Tags tags, Duration... buckets) {
        return Timer.builder(meter.meterName())
                .description(meter.description())
                .tags(tags)
                .serviceLevelObjectives(buckets)
                .register(registry);
    }
}
