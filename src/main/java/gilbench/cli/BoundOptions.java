package gilbench.cli;

import gilbench.scenario.Defaults;
import gilbench.scenario.Interpreter;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that bound what a deployment may use and do, the same wherever one is described. */
final class BoundOptions {
    @Option(
            names = "--cores",
            paramLabel = "N",
            description = "Processors that the service and its workers may use (default: as many as this machine has).")
    private @Nullable Integer cores;

    @Option(
            names = "--queue",
            paramLabel = "N",
            description = "Most requests that wait for a thread, a worker or the loop (default: 2048).")
    private Integer queue = Defaults.QUEUE;

    @Option(
            names = "--max-in-flight",
            paramLabel = "N",
            description = "Most requests in flight; the only bound of virtual-threads (default: 16384).")
    private Integer maxInFlight = Defaults.MAX_IN_FLIGHT;

    @Option(names = "--deadline", paramLabel = "DURATION", description = "How long a request may take (default: 2m).")
    private Duration deadline = Defaults.DEADLINE;

    @Option(
            names = "--switch-interval",
            paramLabel = "DURATION",
            description = "How long a waiter lets the holder of the GIL run (default: the interpreter's, 5ms).")
    private @Nullable Duration switchInterval;

    int cores() {
        return Objects.requireNonNullElse(cores, available());
    }

    int queue() {
        return queue;
    }

    int maxInFlight() {
        return maxInFlight;
    }

    Duration deadline() {
        return deadline;
    }

    /** {@code interpreter} with the switch interval that was asked for. */
    Interpreter switching(Interpreter interpreter) {
        return switchInterval == null ? interpreter : interpreter.withSwitchInterval(switchInterval);
    }

    /** Processors of this machine. */
    static int available() {
        return Runtime.getRuntime().availableProcessors();
    }
}
