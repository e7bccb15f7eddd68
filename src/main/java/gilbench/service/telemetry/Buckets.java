package gilbench.service.telemetry;

import gilbench.scenario.Objective;
import java.time.Duration;
import java.util.stream.LongStream;

/** The upper bounds of the buckets of timers: about six a decade, and the bound of the objective, so that no percentile
 * is put on the wrong side of it by interpolation.
 */
final class Buckets {
    private static final long[] MICROS = {
        100,
        300,
        1_000,
        2_000,
        3_000,
        5_000,
        7_000,
        10_000,
        15_000,
        20_000,
        30_000,
        50_000,
        70_000,
        100_000,
        110_000,
        150_000,
        200_000,
        300_000,
        500_000,
        700_000,
        1_000_000,
        2_000_000,
        3_000_000,
        5_000_000,
        10_000_000,
        30_000_000,
        60_000_000,
        120_000_000
    };

    private Buckets() {}

    /** In ascending order. */
    static Duration[] of(Objective objective) {
        return LongStream.concat(
                        LongStream.of(MICROS).map(micros -> micros * 1_000),
                        LongStream.of(objective.bound().toNanos()))
                .sorted()
                .distinct()
                .mapToObj(Duration::ofNanos)
                .toArray(Duration[]::new);
    }
}
