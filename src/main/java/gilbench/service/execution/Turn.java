package gilbench.service.execution;

import java.time.Duration;

/** How one turn of a task on an event loop ended. */
sealed interface Turn {
    /** The task is over; {@code ending} answers its request. */
    record Done(Runnable ending) implements Turn {}

    /** The task waits for the delay service. */
    record Waits(Duration delay) implements Turn {}
}
