package gilbench.bench.runner;

import java.time.Duration;

/** Burners that never burn at once. */
record SerialBurners(Machinery.Burners burners) implements Machinery.Burners {
    @Override
    public Duration serial(Duration cpu, int n) throws InterruptedException {
        return burners.serial(cpu, n);
    }

    @Override
    public Duration together(Duration cpu, int n) throws InterruptedException {
        return burners.serial(cpu, n);
    }

    @Override
    public Duration cpu() {
        return burners.cpu();
    }

    @Override
    public void close() {
        burners.close();
    }
}
