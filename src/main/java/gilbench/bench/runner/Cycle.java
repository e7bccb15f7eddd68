package gilbench.bench.runner;

import java.time.Duration;
import java.util.List;

/**
 * One cycle of a warm-up.
 *
 * @param throughput completed requests per second
 * @param compiled cumulative compilation time at its end
 */
record Cycle(double throughput, Duration compiled) {
    static boolean steady(List<Cycle> cycles) {
        return cycles.size() >= 4;
    }
}
