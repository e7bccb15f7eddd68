package gilbench.service.telemetry;

import io.micrometer.core.instrument.Meter;

/**
 * Every meter of the service. Seconds and events are cumulative: rates are taken by whoever reads them. Each is there from
 * the start, at zero, under every concurrency model; what a model or a machine does not have stays zero.
 *
 * <p>All carry the tags {@code model}, {@code interpreter} and {@code run}.
 */
public enum Meters {
    /** Tagged with the index of the interpreter or worker. */
    GIL_HOLD("gil.hold", Meter.Type.COUNTER, "seconds", "Time that the GIL was held"),

    /** Tagged with the index of the interpreter or worker. */
    GIL_WAIT("gil.wait", Meter.Type.COUNTER, "seconds", "Time that threads waited for the GIL"),

    /** Tagged with the index of the interpreter or worker and the kind of step; counted when a step ends. */
    GIL_STEP_HOLD("gil.step.hold", Meter.Type.COUNTER, "seconds", "Time that steps ran with the GIL held"),

    /** Tagged with the index of the interpreter or worker and the kind of step; counted when a wait ends. */
    GIL_STEP_WAIT("gil.step.wait", Meter.Type.COUNTER, "seconds", "Time that steps waited for the GIL"),

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

    /** What rejects the next request when reached. */
    QUEUE_LIMIT("queue.limit", Meter.Type.GAUGE, "requests", "Most requests that may wait"),

    /** A timer with buckets. */
    QUEUE_WAIT(
            "queue.wait", Meter.Type.TIMER, "seconds", "Time that a request waited for a thread, a worker or the loop"),

    /** The queued ones included. */
    IN_FLIGHT("in.flight", Meter.Type.GAUGE, "requests", "Requests accepted and not yet answered"),

    /** Threads of all processes and interpreters, loops, or for virtual threads the bound on requests in flight. */
    CARRYING_LIMIT("carrying.limit", Meter.Type.GAUGE, "requests", "Most requests that can be carried out at once"),

    /** Zero for models without worker processes. */
    WORKERS_TARGET("workers.target", Meter.Type.GAUGE, "workers", "Worker processes that there should be"),

    /** Zero for models without worker processes. */
    WORKERS_UP("workers.up", Meter.Type.GAUGE, "workers", "Worker processes that answer"),

    /** Zero for models without worker processes. */
    WORKERS_LOST("workers.lost", Meter.Type.COUNTER, "workers", "Worker processes that ended unplanned"),

    /** Zero for models without worker processes. */
    WORKERS_RESTARTED(
            "workers.restarted", Meter.Type.COUNTER, "workers", "Worker processes started in place of an ended one"),

    /** A timer with buckets: what is left of the wall time when queue, GIL, steps and waiting are taken away. */
    DISPATCH("dispatch", Meter.Type.TIMER, "seconds", "Time of a request in dispatch, frames and the HTTP front"),

    /** A timer with buckets: what the delay service and its client add. */
    DELAY_OVERRUN(
            "delay.overrun", Meter.Type.TIMER, "seconds", "Waiting in io steps of a request beyond what it asked"),

    /** Virtual threads run on them. */
    CARRIER_THREADS("carrier.threads", Meter.Type.GAUGE, "threads", "Carrier threads that there may be"),

    /** Mounted virtual threads. */
    CARRIER_THREADS_BUSY(
            "carrier.threads.busy", Meter.Type.GAUGE, "threads", "Carrier threads that run a virtual thread"),

    /** Virtual threads that could run if there were a carrier. */
    CARRIER_QUEUE("carrier.queue", Meter.Type.GAUGE, "threads", "Virtual threads that wait for a carrier thread"),

    /** As the control group tells; zero without a control group. */
    CPU_THROTTLED(
            "cpu.throttled", Meter.Type.COUNTER, "seconds", "Time that the processes stood still by their CPU quota"),

    /** As the control group tells; zero without a control group. */
    CPU_THROTTLED_PERIODS(
            "cpu.throttled.periods", Meter.Type.COUNTER, "periods", "Periods in which the CPU quota was used up"),

    /** Tagged with the quantile that is bounded. */
    OBJECTIVE_BOUND("objective.bound", Meter.Type.GAUGE, "seconds", "Bound on a percentile of the response time"),

    /** A share between 0 and 1. */
    OBJECTIVE_ERRORS("objective.errors", Meter.Type.GAUGE, "ratio", "Largest share of requests that may fail"),

    /** Zero unless the service predicts. */
    PREDICTED_ARRIVALS(
            "predicted.arrivals", Meter.Type.GAUGE, "requests", "Requests a second that the prediction was made for"),

    /** Zero unless the service predicts. */
    PREDICTED_THROUGHPUT(
            "predicted.throughput", Meter.Type.GAUGE, "requests", "Completed requests a second that are predicted"),

    /** Tagged with the quantile; zero unless the service predicts. */
    PREDICTED_RESPONSE(
            "predicted.response", Meter.Type.GAUGE, "seconds", "Percentile of the response time that is predicted"),

    /** Tagged with endpoint and outcome; a timer with buckets, one of which ends at the bound of the objective. */
    REQUESTS("requests", Meter.Type.TIMER, "seconds", "Wall time of requests in the service"),

    /** Tagged as Spring Boot does: method, uri, status, outcome; every answer, those of the management endpoints too. */
    HTTP_REQUESTS(
            "http.server.requests", Meter.Type.TIMER, "seconds", "Time until the answer to an HTTP request is begun");

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
