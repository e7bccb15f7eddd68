package gilbench.cpython.validate;

import java.math.BigDecimal;
import java.time.Duration;

/** Numbers with their units in the names of cases. */
final class Wording {
    private Wording() {}

    /** {@code 1 thread}, {@code 2 threads}, {@code 2 processes}. */
    static String count(int n, String unit) {
        return n + " " + (n == 1 ? unit : unit.endsWith("s") ? unit + "es" : unit + "s");
    }

    /** {@code 0.1 ms}. */
    static String millis(Duration duration) {
        return BigDecimal.valueOf(duration.toNanos(), 6).stripTrailingZeros().toPlainString() + " ms";
    }
}
