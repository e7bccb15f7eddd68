package gilbench.service.interpreter;

import gilbench.scenario.Defaults;
import gilbench.scenario.WaiterChoice;
import gilbench.service.gil.Gil;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Nanoseconds per unit of work: in one piece, in chunks, and in chunks with checkpoints, as compiled by C2 and by C1. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
public class BurnerBenchmark {
    private static final int UNITS = 30_000;

    /** Units of a chunk; 4 are about the default poll gap of 200 ns, 16 the least that is used. */
    @Param({"1", "4", "16", "64"})
    private int chunk;

    private final Burner burner = Burner.create();
    private final Gil gil = Gil.create(Defaults.SWITCH_INTERVAL, WaiterChoice.RANDOM);
    private Chunks chunks = new Chunks(burner, 1);

    @Setup
    public void take() {
        chunks = new Chunks(burner, chunk);
        gil.take();
    }

    @TearDown
    public void drop() {
        gil.drop();
    }

    @Benchmark
    @OperationsPerInvocation(UNITS)
    public long whole() {
        return burner.burn(1, UNITS);
    }

    @Benchmark
    @OperationsPerInvocation(UNITS)
    public void unpolled() {
        chunks.unpolled(UNITS);
    }

    @Benchmark
    @OperationsPerInvocation(UNITS)
    public long polled() {
        return chunks.polled(UNITS, gil);
    }

    @Benchmark
    @OperationsPerInvocation(UNITS)
    @Fork(value = 2, jvmArgsAppend = "-XX:TieredStopAtLevel=1")
    public long polledByC1() {
        return chunks.polled(UNITS, gil);
    }

    @Benchmark
    @OperationsPerInvocation(UNITS)
    @Fork(value = 2, jvmArgsAppend = "-XX:TieredStopAtLevel=3")
    public long polledByProfilingC1() {
        return chunks.polled(UNITS, gil);
    }
}
