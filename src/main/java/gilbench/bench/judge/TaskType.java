package gilbench.bench.judge;

import gilbench.scenario.RequestProfile;
import gilbench.scenario.StepKind;
import java.util.Optional;

/** What kind of work a request profile is. */
enum TaskType {
    /** At least half of its own time needs the GIL, and it hardly waits. */
    CPU_BOUND("CPU-bound"),

    /** It hardly does anything but wait. */
    IO_BOUND("I/O-bound"),

    /** It waits, and needs the GIL. */
    MIXED("mixed");

    private static final double HARDLY = 0.05;

    private final String label;

    TaskType(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** The type of {@code profile}; none for a profile without duration, or one that mostly runs with the GIL released. */
    static Optional<TaskType> of(RequestProfile profile) {
        double whole = profile.ideal().toNanos();
        double waiting = profile.sum(StepKind.IO).toNanos() / whole;
        double held = profile.gilHeld().toNanos() / whole;
        if (whole == 0) {
            return Optional.empty();
        }
        if (waiting >= 1 - HARDLY) {
            return Optional.of(IO_BOUND);
        }
        if (waiting >= HARDLY) {
            return held >= HARDLY ? Optional.of(MIXED) : Optional.empty();
        }
        return held >= 0.5 ? Optional.of(CPU_BOUND) : Optional.empty();
    }
}
