package gilbench.predict;

import static gilbench.scenario.StepKind.IO;
import static gilbench.scenario.StepKind.PYTHON;

import gilbench.predict.Model.Choice;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Deployments;
import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.MachineTimes;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Simulated requests per second on one core: one process with a GIL and 16 threads at 70 % of its capacity, the same with
 * all that a machine adds, and 64 workers of 64 threads on 64 cores at 20,000 requests per second.
 *
 * <pre>
 * ./mvnw -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath -Dmdep.includeScope=test
 * java -cp target/test-classes:target/classes:$(cat target/classpath) org.openjdk.jmh.Main PredictorBenchmark
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class PredictorBenchmark {
    private static final int REQUESTS = 500_000;
    private static final long SECOND = 1_000_000_000L;

    private final GilRules rules = GilRules.of(Interpreter.of(InterpreterKind.GIL), MachineTimes.TYPICAL);
    private final Model process = Models.pool(16)
            .cores(4)
            .gil(rules)
            .kind(1, PYTHON, Delay.constant(Models.MS), IO, Delay.constant(10 * Models.MS))
            .poisson(700);
    private final Model workers = Models.pool(64)
            .groups(64, Choice.SHARED)
            .cores(64)
            .gil(rules)
            .kind(1, PYTHON, Delay.constant(2 * Models.MS), IO, Delay.constant(20 * Models.MS))
            .poisson(20_000);
    private final Model typical = ModelOf.scenario(Scenario.of(
            Deployments.of(ConcurrencyModel.THREAD_PER_REQUEST, InterpreterKind.GIL, 1, 16, 4),
            Mix.of(PredictorTest.profile(1, 10)),
            PredictorTest.poisson(700)));
    private long seed;

    @Benchmark
    @OperationsPerInvocation(REQUESTS)
    public long oneProcessOfSixteenThreads() {
        return new Simulation(process, ++seed)
                .observe(0, REQUESTS * SECOND / 700, Long.MAX_VALUE)
                .completed();
    }

    @Benchmark
    @OperationsPerInvocation(REQUESTS)
    public long oneProcessWithAllCosts() {
        return new Simulation(typical, ++seed)
                .observe(0, REQUESTS * SECOND / 700, Long.MAX_VALUE)
                .completed();
    }

    @Benchmark
    @OperationsPerInvocation(REQUESTS)
    public long sixtyFourWorkersOfSixtyFourThreads() {
        return new Simulation(workers, ++seed)
                .observe(0, REQUESTS * SECOND / 20_000, Long.MAX_VALUE)
                .completed();
    }
}
