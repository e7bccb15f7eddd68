package gilbench.scenario;

import java.time.Duration;

/** Every default of gilbench, in one place. */
public final class Defaults {
    /** CPython's switch interval, all versions from 3.2. */
    public static final Duration SWITCH_INTERVAL = Duration.ofMillis(5);

    /** Processor time between two polls of pure Python code, CPython 3.11 to 3.14 (estimate). */
    public static final Duration POLL_GAP = Duration.ofNanos(200);

    /** Single-thread cost of CPython 3.14t against 3.14: 8 % on x86-64 Linux (3.14 free-threading HOWTO). */
    public static final double FREE_THREADED_OVERHEAD = 1.08;

    /** Nanoseconds of one iteration of {@code for _ in range(n): x += 1} on CPython 3.8 to 3.13. */
    public static final double NANOS_PER_ITERATION = 35;

    /** Threads of a process: Starlette's limiter. */
    public static final int THREADS = 40;

    /** Threads of a worker process. */
    public static final int WORKER_THREADS = 1;

    /** Requests that may wait for a thread, a worker or the loop. */
    public static final int QUEUE = 2048;

    /** Requests that may be in flight in one service. */
    public static final int MAX_IN_FLIGHT = 16_384;

    /** How long a request may take. */
    public static final Duration DEADLINE = Duration.ofMinutes(2);

    /** What {@code /status} waits when not told. */
    public static final Duration STATUS_DELAY = Duration.ofMillis(200);

    /** What {@code /compute} burns when not told. */
    public static final Duration COMPUTE_CPU = Duration.ofMillis(20);

    /** The address that everything binds to when not told. */
    public static final String HOST = "127.0.0.1";

    /** The port of {@code serve}. */
    public static final int PORT = 8080;

    /** Distinct delays that may be registered at the delay service. */
    public static final int MAX_DELAYS = 1000;

    /** The seed of a plan that names none. */
    public static final long SEED = 1;

    /** Launches of a plan that does not say how many. */
    public static final int LAUNCHES = 5;

    /** Blocks of a program that does not say how many. */
    public static final int BLOCKS = 5;

    /** How long a point of a load is observed when not told. */
    public static final Duration WINDOW = Duration.ofSeconds(5);

    /** The warm-up of a plan that describes none. */
    public static final WarmUp WARM_UP = new WarmUp(Duration.ofSeconds(1), Duration.ofSeconds(10));

    /** What capacity is judged by when a plan does not say. */
    public static final Objective OBJECTIVE = new Objective(0.99, Duration.ofMillis(200), 0.001);

    private Defaults() {}
}
