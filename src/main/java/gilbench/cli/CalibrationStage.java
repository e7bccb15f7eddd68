package gilbench.cli;

import java.util.List;
import java.util.stream.Stream;

/** A part of a calibration, in the order in which they come, and the keys of the profile that it finds. */
enum CalibrationStage implements QuietCalibration.Stage {
    /** Threads of one Python that hand the GIL over, and single calls. */
    HAND_OFFS(
            "hand-offs of the GIL, and single calls",
            17,
            "poll-gap",
            "nanos-per-iteration",
            "waiter-choice",
            "signal-stealing",
            "timer-slack",
            "wake-latency-median",
            "wake-latency-p99",
            "late-resume-share",
            "release",
            "send",
            "receive"),

    /** Processes on one core and on all. */
    CORES("work on one core and on all", 6, "parallel-efficiency"),

    /** Turns of an event loop, two processes on one core, and many threads that wait for the GIL. */
    LOOP("an event loop, the scheduler, and windows", 4, "loop-tick", "tick", "window-cpu"),

    /** Processes that start. */
    START("process start", 1, "process-start"),

    /** Requests to a worker process. */
    DISPATCH("the way to a worker process", 4, "dispatch"),

    /** Requests through a service. */
    REQUESTS("requests through a service", 24, "front-cpu", "driver-cpu", "delay-cpu", "warm-share");

    private final String title;
    private final int seconds;
    private final String keys;

    CalibrationStage(String title, int seconds, String... keys) {
        this.title = title;
        this.seconds = seconds;
        this.keys = String.join(",", keys);
    }

    @Override
    public String title() {
        return title;
    }

    /** About how long it takes, what it must start included. */
    int seconds() {
        return seconds;
    }

    /** What it finds. */
    List<String> keys() {
        return List.of(keys.split(",", -1));
    }

    @Override
    public int secondsFromHere() {
        return Stream.of(values())
                .filter(each -> each.compareTo(this) >= 0)
                .mapToInt(CalibrationStage::seconds)
                .sum();
    }
}
