package gilbench.scenario;

import java.util.EnumMap;
import java.util.Map;

/**
 * Where the wall time of one request went, in nanoseconds.
 *
 * @param other what is left of {@code total}; may be slightly negative where clocks of two processes meet
 */
public record TimeBudget(long queue, long gilWait, long python, long nativeTime, long io, long other, long total) {
    /** No time at all. */
    public static final TimeBudget NONE = new TimeBudget(0, 0, 0, 0, 0, 0, 0);

    /** The budget of these measured parts within {@code total}: {@code other} is the rest. */
    public static TimeBudget within(long total, long queue, long gilWait, long python, long nativeTime, long io) {
        return new TimeBudget(
                queue, gilWait, python, nativeTime, io, total - queue - gilWait - python - nativeTime - io, total);
    }

    /** This budget with {@code total} widened to {@code newTotal} and {@code moreQueue} added to the queue part. */
    public TimeBudget widened(long newTotal, long moreQueue) {
        return within(newTotal, queue + moreQueue, gilWait, python, nativeTime, io);
    }

    /** Nanoseconds of one part. */
    public long part(BudgetPart part) {
        return switch (part) {
            case QUEUE -> queue;
            case GIL_WAIT -> gilWait;
            case PYTHON -> python;
            case NATIVE -> nativeTime;
            case IO -> io;
            case OTHER -> other;
        };
    }

    /** All parts in their order. */
    public Map<BudgetPart, Long> parts() {
        Map<BudgetPart, Long> parts = new EnumMap<>(BudgetPart.class);
        for (BudgetPart part : BudgetPart.values()) {
            parts.put(part, part(part));
        }
        return parts;
    }
}
