package gilbench.cpython;

import gilbench.scenario.InterpreterKind;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a Python sees of this machine: the costs of an event loop, of waiting for the GIL, and of the scheduler. */
public final class MachineScript {
    private static final Script SCRIPT = Script.ofResource("machine.py");

    private MachineScript() {}

    /**
     * What was measured.
     *
     * @param loopTick processor time of one turn of an event loop that a socket wakes
     * @param tick how long the scheduler lets a process run before another that wants the same core; empty where a process
     *     cannot choose its core
     * @param windowCpu processor time of a thread that waits for the GIL, for each of its windows; 0 where there is none
     */
    public record Costs(Duration loopTick, Optional<Duration> tick, Duration windowCpu) {}

    /**
     * Measures in a process of its own, for about four seconds.
     *
     * @throws IOException when that fails; the message has what it wrote last
     */
    public static Costs measure(Python python) throws IOException, InterruptedException {
        InterpreterKind kind = python.freeThreaded() ? InterpreterKind.FREE_THREADED : InterpreterKind.GIL;
        return read(SCRIPT.run(python, kind));
    }

    /** Reads lines of a name and nanoseconds. */
    static Costs read(String said) throws IOException {
        try {
            Map<String, Duration> values = said.lines()
                    .map(line -> line.split(" ", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> Duration.ofNanos(Long.parseLong(pair[1]))));
            return new Costs(
                    Optional.ofNullable(values.get("loop-tick")).orElseThrow(() -> unreadable(said)),
                    Optional.ofNullable(values.get("tick")),
                    values.getOrDefault("window-cpu", Duration.ZERO));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw unreadable(said);
        }
    }

    private static IOException unreadable(String said) {
        return new IOException("the costs of the machine cannot be read: "
                + said.lines().findFirst().orElse(""));
    }
}
