package gilbench.predict;

import static gilbench.scenario.StepKind.IO;
import static gilbench.scenario.StepKind.PYTHON;

import gilbench.predict.Model.Choice;
import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.MachineTimes;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One simulation each, on one core in a heap of 1 GiB: ten minutes of 64 workers of 64 threads on 64 cores at 20,000 requests
 * per second, which are 12 million requests; and a million requests of n users who do not think, so that n are always in
 * flight, most of them waiting for {@code io} while a GIL is busy for two thirds of the time. A cost of n log n allows the
 * second a time that is proportional to log n.
 *
 * <pre>
 * ./mvnw -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath -Dmdep.includeScope=test
 * java -cp target/test-classes:target/classes:$(cat target/classpath) org.openjdk.jmh.Main PredictorScaleBenchmark
 * </pre>
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 3, jvmArgsAppend = "-Xmx1g")
public class PredictorScaleBenchmark {
    private static final long SECOND = 1_000_000_000L;
    private static final GilRules RULES = GilRules.of(Interpreter.of(InterpreterKind.GIL), MachineTimes.TYPICAL);

    /** How many requests are in flight. */
    @State(Scope.Thread)
    public static class Users {
        private static final int REQUESTS = 1_000_000;
        private static final long HELD = Models.MS / 10;

        @Param({"16", "160", "1600", "16000"})
        private int users;

        private long seed;

        Observation observe() {
            long cycle = users * HELD * 3 / 2;
            Model model = Models.pool(users)
                    .cores(4)
                    .gil(RULES)
                    .kind(1, PYTHON, Delay.constant(HELD), IO, Delay.exponential(cycle))
                    .closed(users, Delay.NONE);
            return new Simulation(model, ++seed).observe(0, REQUESTS / users * cycle, Long.MAX_VALUE);
        }
    }

    @Benchmark
    @Warmup(iterations = 3)
    @Measurement(iterations = 5)
    public long millionRequestsOfManyUsers(Users users) {
        return users.observe().completed();
    }

    @Benchmark
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public long tenMinutesOfSixtyFourWorkers() {
        Model model = Models.pool(64)
                .groups(64, Choice.SHARED)
                .cores(64)
                .gil(RULES)
                .kind(1, PYTHON, Delay.constant(2 * Models.MS), IO, Delay.constant(20 * Models.MS))
                .poisson(20_000);
        return new Simulation(model, 1).observe(0, 600 * SECOND, Long.MAX_VALUE).completed();
    }
}
