package gilbench.service.telemetry;

import io.micrometer.core.instrument.Meter;

/**
 * Every meter of the service. Seconds and events are cumulative: rates are taken by whoever reads them.
 *
 * <p>All carry the tags {@code model}, {@code interpreter} and {@code run}.
 */
public enum Meters {
    /** Tagged with the index of the interpreter or worker. */
    GIL_HOLD("gil.hold", Meter.Type.COUNTER, "seconds", "Time that the GIL was held"),

    /** Tagged with the index of the interpreter or worker. */
    GIL_WAIT("gil.wait", Meter.Type.COUNTER, "seconds", "Time that threads waited for the GIL"),

    /** Tagged with the index of the interpreter or worker. */
    GIL_TAKES("gil.takes", Meter.Type.COUNTER, "takes", "How often the GIL was taken"),

    /** Tagged with the index of the interpreter or worker. */
    GIL_SWITCHES("gil.switches", Meter.Type.COUNTER, "switches", "Takes by another thread than the last holder"),

    /** Tagged with the index of the interpreter or worker. */
    GIL_FORCED_SWITCHES("gil.forced.switches", Meter.Type.COUNTER, "switches", "Drops that a waiter had requested"),

    /** Tagged with the index of the interpreter or worker. */
    GIL_WAITERS("gil.waiters", Meter.Type.GAUGE, "threads", "Threads that wait for the GIL now"),

    /** Waiting for a thread, a worker or the loop. */
    QUEUE_DEPTH("queue.depth", Meter.Type.GAUGE, "requests", "Requests that wait for a thread, a worker or the loop"),

    /** The queued ones included. */
    IN_FLIGHT("in.flight", Meter.Type.GAUGE, "requests", "Requests accepted and not yet answered"),

    /** Zero for models without worker processes. */
    WORKERS_UP("workers.up", Meter.Type.GAUGE, "workers", "Worker processes that answer"),

    /** Zero for models without worker processes. */
    WORKERS_LOST("workers.lost", Meter.Type.COUNTER, "workers", "Worker processes that ended unplanned"),

    /** Tagged with endpoint and outcome; a timer with buckets. */
    REQUESTS("requests", Meter.Type.TIMER, "seconds", "Wall time of requests in the service");

    private final String meterName;
    private final Meter.Type type;
    private final String unit;
    private final String description;

    Meters(String meterName, Meter.Type type, String unit, String description) {
        this.meterName = meterName;
        this.type = type;
        this.unit = unit;
        this.description = description;
    }

    /** The name as Micrometer knows it: lower-case words separated by dots. */
    public String meterName() {
        return meterName;
    }

    /** Counter, gauge or timer. */
    public Meter.Type type() {
        return type;
    }

    /** The base unit. */
    public String unit() {
        return unit;
    }

    /** What it counts, in a few words. */
    public String description() {
        return description;
    }
}
