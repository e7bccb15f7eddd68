package gilbench.bench.runner;

import gilbench.scenario.Calibration;
import java.util.HashMap;
import java.util.Map;

/**
 * The plain burners of a run: one process for each number of processors, started when it is first needed and kept, so that
 * launches do not wait for it. It sleeps while nobody asks.
 */
final class SharedBurners implements AutoCloseable {
    private final Machinery machinery;
    private final Calibration calibration;
    private final Map<Integer, Machinery.Burners> started = new HashMap<>();

    SharedBurners(Machinery machinery, Calibration calibration) {
        this.machinery = machinery;
        this.calibration = calibration;
    }

    /**
     * The burners on {@code cores} processors.
     *
     * @throws Machinery.MachineryException when their process has ended; it is started anew at the next call
     */
    Machinery.Burners on(int cores) throws InterruptedException {
        Machinery.Burners known = started.get(cores);
        if (known == null) {
            known = machinery.startBurners(calibration, cores);
            started.put(cores, known);
        }
        mustLive(cores, known);
        return known;
    }

    private void mustLive(int cores, Machinery.Burners burners) {
        try {
            burners.cpu();
        } catch (Machinery.MachineryException e) {
            started.remove(cores);
            burners.close();
            throw e;
        }
    }

    @Override
    public void close() {
        started.values().forEach(Machinery.Handle::close);
    }
}
