package gilbench.scenario;

import java.time.Duration;

/**
 * The Python being simulated.
 *
 * @param kind its locking
 * @param switchInterval how long a waiter lets the holder run before it requests a drop; 1 us to 10 s
 * @param pollGap processor time between two checkpoints of a {@code python} step; above 0, at most 10 ms; a service does not go below
 *     a microsecond, which a drop request hardly waits for
 * @param overhead factor on the CPU time of {@code python} and {@code opaque} steps; 1 for no overhead
 * @param nanosPerIteration processor time of one loop iteration, in nanoseconds
 * @param waiterChoice which waiter a drop signals
 * @param signalStealing with which probability a waiter that is still awake takes the signal instead
 */
public record Interpreter(
        InterpreterKind kind,
        Duration switchInterval,
        Duration pollGap,
        double overhead,
        double nanosPerIteration,
        WaiterChoice waiterChoice,
        SignalStealing signalStealing) {
    /** Checks the bounds. */
    public Interpreter {
        Checks.between("switch-interval in us", switchInterval.toNanos() / 1000, 1, 10_000_000);
        Checks.between("poll-gap in ns", pollGap.toNanos(), 1, 10_000_000);
        Checks.positive("overhead", overhead);
        Checks.positive("nanos-per-iteration", nanosPerIteration);
    }

    /** The interpreter of {@code kind} with every other property at its default. */
    public static Interpreter of(InterpreterKind kind) {
        return new Interpreter(
                kind,
                Defaults.SWITCH_INTERVAL,
                Defaults.POLL_GAP,
                kind == InterpreterKind.FREE_THREADED ? Defaults.FREE_THREADED_OVERHEAD : 1,
                Defaults.NANOS_PER_ITERATION,
                WaiterChoice.RANDOM,
                SignalStealing.NONE);
    }

    /** This interpreter with another switch interval. */
    public Interpreter withSwitchInterval(Duration interval) {
        return new Interpreter(kind, interval, pollGap, overhead, nanosPerIteration, waiterChoice, signalStealing);
    }

    /** The CPU time that {@code iterations} of the reference loop cost. */
    public Duration price(long iterations) {
        return Duration.ofNanos(Math.round(iterations * nanosPerIteration));
    }
}
