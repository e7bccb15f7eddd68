package gilbench.cli;

import gilbench.bench.runner.Machinery.Burners;
import java.time.Duration;

/** Plain burners in a process of their own. */
record BurnProcess(ChildProcess child) implements Burners {
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final int SLOWEST = 20;

    @Override
    public Duration serial(Duration cpu, int n) throws InterruptedException {
        return burn("serial", cpu, n);
    }

    @Override
    public Duration together(Duration cpu, int n) throws InterruptedException {
        return burn("together", cpu, n);
    }

    private Duration burn(String arrangement, Duration cpu, int n) throws InterruptedException {
        Duration timeout = cpu.multipliedBy((long) n * SLOWEST).plus(GRACE);
        return Duration.ofNanos(Long.parseLong(child.ask(arrangement + " " + cpu.toNanos() + " " + n, timeout)));
    }

    @Override
    public Duration cpu() {
        return child.cpu();
    }

    @Override
    public void close() {
        child.close();
    }
}
