package gilbench.service.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import gilbench.scenario.TimeBudget;

/**
 * A time budget as clients see it: milliseconds with three decimals, whose parts add up to the total exactly.
 *
 * <p>Parts are rounded to microseconds; {@code other} takes up what rounding leaves.
 */
@JsonPropertyOrder({"queue", "gil-wait", "python", "native", "io", "other", "total"})
record BudgetBody(
        double queue,
        @JsonProperty("gil-wait") double gilWait,
        double python,
        @JsonProperty("native") double nativeTime,
        double io,
        double other,
        double total) {
    private static final double NANOS_PER_MICRO = 1e3;
    private static final double MICROS_PER_MILLI = 1e3;

    static BudgetBody of(TimeBudget budget) {
        long queue = micros(budget.queue());
        long gilWait = micros(budget.gilWait());
        long python = micros(budget.python());
        long nativeTime = micros(budget.nativeTime());
        long io = micros(budget.io());
        long total = micros(budget.total());
        return new BudgetBody(
                millis(queue),
                millis(gilWait),
                millis(python),
                millis(nativeTime),
                millis(io),
                millis(total - queue - gilWait - python - nativeTime - io),
                millis(total));
    }

    /** The value of the {@code Server-Timing} header (W3C Server Timing). */
    String serverTiming() {
        return "queue;dur=" + queue + ", gil-wait;dur=" + gilWait + ", python;dur=" + python + ", native;dur="
                + nativeTime + ", io;dur=" + io + ", other;dur=" + other + ", total;dur=" + total;
    }

    private static long micros(long nanos) {
        return Math.round(nanos / NANOS_PER_MICRO);
    }

    private static double millis(long micros) {
        return micros / MICROS_PER_MILLI;
    }
}
