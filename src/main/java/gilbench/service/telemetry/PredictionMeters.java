package gilbench.service.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

/** What is predicted for the load of the moment, as meters; all zero while nothing is. */
public final class PredictionMeters {
    private volatile Shown shown = Shown.NOTHING;

    /** Meters in {@code registry}, at zero. */
    public PredictionMeters(MeterRegistry registry) {
        Registration to = new Registration(registry);
        to.read(Meters.PREDICTED_ARRIVALS, Tags.empty(), () -> shown.arrivals);
        to.read(Meters.PREDICTED_THROUGHPUT, Tags.empty(), () -> shown.throughput);
        to.read(Meters.PREDICTED_RESPONSE, Tags.of("quantile", "0.5"), () -> shown.p50);
        to.read(Meters.PREDICTED_RESPONSE, Tags.of("quantile", "0.99"), () -> shown.p99);
    }

    private record Shown(double arrivals, double throughput, double p50, double p99) {
        private static final Shown NOTHING = new Shown(0, 0, 0, 0);
    }

    /**
     * Shows a prediction.
     *
     * @param arrivals requests per second that it was made for
     * @param throughput completed requests per second
     * @param p50 of the response time, seconds; 0 when there is none
     * @param p99 of the response time, seconds; 0 when there is none
     */
    public void show(double arrivals, double throughput, double p50, double p99) {
        shown = new Shown(arrivals, throughput, p50, p99);
    }

    /** Shows that nothing is predicted. */
    public void clear() {
        shown = Shown.NOTHING;
    }
}
