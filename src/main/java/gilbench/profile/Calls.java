package gilbench.profile;

import gilbench.bench.stats.Estimate;
import gilbench.predict.Effort;
import gilbench.scenario.MachineTimes;
import gilbench.scenario.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * In how many calls a request does what it does without the GIL: in so many that a simulated {@link Crowd} keeps as many cores busy
 * as the one that was seen.
 *
 * <p>After each call a thread wants the GIL again, waits for those that compute, and is late when its turn comes. Two or three
 * requests hardly show that, a crowd does. Whatever else keeps the GIL idle between threads counts as such calls too.
 */
final class Calls {
    /** Seconds of the shortest call that is supposed: about the time in which a signalled thread wakes up. */
    private static final double SHORTEST = 20e-6;

    private static final int MOST = 256;
    private static final Effort ROUGH = new Effort(8, 0.02, 4_000, 1_000_000);

    /** Busy cores with 1, 2, 4, … calls. */
    private final List<Double> busy = new ArrayList<>();

    /** Simulates {@code shape} under {@code crowd}, with what a request costs among others. */
    Calls(Cost.Separate cost, Shape shape, MachineTimes times, Crowd crowd) {
        Workload users = new Workload.Closed(crowd.users(), OptionalInt.empty(), Duration.ZERO);
        double most = Math.clamp(cost.released().value() / SHORTEST, 1, MOST);
        for (int calls = 1; calls <= most; calls *= 2) {
            Cost.Separate divided = cost.inCalls(Estimate.single(calls));
            double throughput = new Forecast(divided, times, ROUGH)
                    .driven(crowd.driverCpu())
                    .predict(shape, users)
                    .throughput()
                    .value();
            busy.add(throughput * cost.cpu().value());
        }
    }

    /** The number with which as many are busy as were seen. */
    Estimate of(Estimate seen) {
        return new Estimate(number(seen.value()), number(seen.high()), number(seen.low()), seen.n());
    }

    /** Linear between powers of two. */
    private double number(double seen) {
        if (seen >= busy.getFirst()) {
            return 1;
        }
        for (int i = 1; i < busy.size(); i++) {
            double more = busy.get(i - 1);
            double less = busy.get(i);
            if (less <= seen) {
                return (1 << (i - 1)) * (1 + (more - seen) / (more - less));
            }
        }
        return 1 << (busy.size() - 1);
    }
}
