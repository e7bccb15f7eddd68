package gilbench.bench.runner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The machine's own parallel speed-up: plain burners one after the other against as many at once. */
final class ParallelSpeedup {
    private static final Duration BURN = Duration.ofMillis(200);
    private static final int PAIRS = 3;

    private ParallelSpeedup() {}

    /** The median of back-to-back ratios of {@code cores} burners; 1 for a single core. */
    static double measure(Machinery.Burners burners, int cores) throws InterruptedException {
        if (cores == 1) {
            return 1;
        }
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            double serial = burners.serial(BURN, cores).toNanos();
            ratios.add(serial / burners.together(BURN, cores).toNanos());
        }
        Collections.sort(ratios);
        return ratios.get(PAIRS / 2);
    }
}
