package gilbench.scenario;

import java.time.Duration;

/** Bounds of scenario values, with messages that name the key, the value and the bound. */
final class Checks {
    private Checks() {}

    static void atLeast(String key, long value, long least) {
        between(key, value, least, Long.MAX_VALUE);
    }

    static void between(String key, long value, long least, long most) {
        if (value < least || value > most) {
            throw new BoundException(key, Long.toString(value), bounds(Long.toString(least), most));
        }
    }

    static void positive(String key, double value) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new BoundException(key, Double.toString(value), "must be a finite number above 0");
        }
    }

    static void share(String key, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new BoundException(key, Double.toString(value), "must be between 0 and 1");
        }
    }

    static void notNegative(String key, Duration value) {
        if (value.isNegative()) {
            throw new BoundException(key, value.toString(), "must not be negative");
        }
    }

    static void positive(String key, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new BoundException(key, value.toString(), "must be above 0");
        }
    }

    private static String bounds(String least, long most) {
        return most == Long.MAX_VALUE ? "must be at least " + least : "must be between " + least + " and " + most;
    }
}
