package gilbench.cli;

import gilbench.cpython.Python;
import gilbench.scenario.MachineTimes;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Says in the text of a calibrated profile, before each value, how it was found. */
final class ProfileComments {
    private static final String DISTURBED = "; others used the machine meanwhile";
    private static final Map<String, String> HOW = Map.ofEntries(
            Map.entry("speed", "Published, against CPython 3.10; not measured."),
            Map.entry("kind", "That of the build."),
            Map.entry("switch-interval", "The default of CPython."),
            Map.entry("poll-gap", "A turn of the loop below: each polls once"),
            Map.entry("overhead", "Published: what a free-threaded build costs; not measured."),
            Map.entry(
                    "nanos-per-iteration",
                    "Processor time of a turn of `for _ in range(n): x += 1`: the fourth fastest of 15"),
            Map.entry("waiter-choice", "As seen with CPython on Linux, but for the signals that are stolen."),
            Map.entry("timer-slack", "What /proc/self/timerslack_ns says, else the least overrun of 200 short sleeps"),
            Map.entry("wake-latency-median", "How long the GIL lay idle when two CPU threads handed it over, in 1.5 s"),
            Map.entry("wake-latency-p99", "The same"),
            Map.entry(
                    "late-resume-share",
                    "Slices of four CPU threads that were 0.25 ms longer than their median, as a share, in 4 s"),
            Map.entry(
                    "tick",
                    "How long one of two processes on one core ran before the other did, median; 4ms where none can be seen"),
            Map.entry(
                    "signal-stealing",
                    "Share of the hand-offs between two CPU threads that a sleeper who was due did not get, the first after each sleep: mean of six times 1.3 s"),
            Map.entry("release", "zlib.adler32 of 5121 against 5120 bytes, the fastest of 2000 rounds"),
            Map.entry(
                    "window-cpu",
                    "Processor time of 200 threads that wait while one call keeps the GIL, for each window: median of three"),
            Map.entry("send", "One byte over TCP to a process that waits for it, median of 3000"),
            Map.entry("receive", "One byte over TCP that is there, median of 3000"),
            Map.entry(
                    "loop-tick",
                    "Processor time of a turn of an asyncio loop that a socket wakes, less the calls of its callback: "
                            + "median of 25 rounds of 1000"),
            Map.entry(
                    "front-cpu",
                    "Processor time of the HTTP front, its worker process apart, for a request that comes alone: "
                            + requests()),
            Map.entry("driver-cpu", "Processor time of the load driver for such a request: " + requests()),
            Map.entry("delay-cpu", "Processor time of the delay service for such an io step: " + requests()),
            Map.entry(
                    "warm-share",
                    "Share of these three for what comes within %d ms after another: %d users of io:%dms without a pause"
                            .formatted(
                                    MachineTimes.COOLING.toMillis(),
                                    CalibratedService.USERS,
                                    CalibratedService.DELAY.toMillis())),
            Map.entry("dispatch", "Half the way of a request without work to a worker process and back, median"),
            Map.entry("process-start", "From starting this Python until it answered, the least of three"),
            Map.entry(
                    "parallel-efficiency",
                    "Work of a process on every core over that of one alone, for each core, the best of three"));

    private ProfileComments() {}

    /**
     * {@code yaml} with a comment before each value.
     *
     * @param disturbed the stages whose values are less sure
     */
    static String add(String yaml, Python python, Set<CalibrationStage> disturbed) {
        Set<String> unsure =
                disturbed.stream().flatMap(stage -> stage.keys().stream()).collect(Collectors.toSet());
        String lines = yaml.lines().map(line -> commented(line, unsure)).collect(Collectors.joining("\n"));
        return "# " + python.name() + " on this machine, as gilbench calibrate measured it.\n" + lines + "\n";
    }

    private static String commented(String line, Set<String> unsure) {
        String key = line.strip().split(":", 2)[0];
        String how = HOW.get(key);
        if (how == null) {
            return line;
        }
        String indent = line.substring(0, line.indexOf(key));
        return indent + "# " + sentence(how, unsure.contains(key)) + "\n" + line;
    }

    private static String sentence(String how, boolean unsure) {
        return how.endsWith(".") ? how : how + (unsure ? DISTURBED : "") + ".";
    }

    private static String requests() {
        return "%.0f requests/s of python:%dms,io:%dms"
                .formatted(
                        CalibratedService.RATE,
                        CalibratedService.PYTHON.toMillis(),
                        CalibratedService.DELAY.toMillis());
    }
}
