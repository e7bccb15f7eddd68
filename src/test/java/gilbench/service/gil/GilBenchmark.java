package gilbench.service.gil;

import gilbench.scenario.WaiterChoice;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.GroupThreads;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Control;

/**
 * The cost of a take with its drop that nobody contends, and the time of a forced switch between two threads beyond its
 * window of 1 ms; beside them a {@link ReentrantLock}, unfair and fair.
 */
@State(Scope.Group)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class GilBenchmark {
    private final Gil gil = Gil.create(Duration.ofMillis(1), WaiterChoice.RANDOM);
    private final ReentrantLock lock = new ReentrantLock();
    private final ReentrantLock fairLock = new ReentrantLock(true);
    private long guarded;

    @Benchmark
    @Group("uncontendedGil")
    @GroupThreads(1)
    public long uncontendedGil() {
        return gil.take() + gil.drop();
    }

    @Benchmark
    @Group("uncontendedLock")
    @GroupThreads(1)
    public long uncontendedLock() {
        lock.lock();
        try {
            return ++guarded;
        } finally {
            lock.unlock();
        }
    }

    @Benchmark
    @Group("forcedSwitchGil")
    @GroupThreads(2)
    public void forcedSwitchGil(Control control) {
        gil.take();
        while (!gil.dropRequested() && !control.stopMeasurement) {
            Thread.onSpinWait();
        }
        gil.drop();
    }

    @Benchmark
    @Group("handOffFairLock")
    @GroupThreads(2)
    public long handOffFairLock() {
        fairLock.lock();
        try {
            return ++guarded;
        } finally {
            fairLock.unlock();
        }
    }
}
