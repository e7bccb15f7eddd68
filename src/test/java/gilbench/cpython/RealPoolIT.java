package gilbench.cpython;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.Outcome;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.Step;
import gilbench.scenario.StepKind;
import gilbench.service.downstream.DelayServer;
import gilbench.service.execution.Answer;
import gilbench.service.execution.Execution;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pools of real CPython processes. */
@Timeout(120)
class RealPoolIT {
    private static final RequestProfile BUSY = RequestProfile.of(StepKind.PYTHON, Duration.ofMillis(150));
    private static final int REPETITIONS = 7;

    static List<Python> pythons() throws InterruptedException {
        return Pythons.all();
    }

    @ParameterizedTest
    @MethodSource("pythons")
    void pool_everyPythonAndModel_carriesEveryKindOfStepOut(Python python) throws Exception {
        RequestProfile profile = new RequestProfile(List.of(
                new Step(StepKind.PYTHON, Duration.ofMillis(20)),
                new Step(StepKind.IO, Duration.ofMillis(30)),
                new Step(StepKind.OPAQUE, Duration.ofMillis(10)),
                new Step(StepKind.NATIVE, Duration.ofMillis(20))));
        try (DelayServer delays = DelayServer.start("127.0.0.1", 0)) {
            for (ConcurrencyModel model : List.of(
                    ConcurrencyModel.THREAD_PER_REQUEST,
                    ConcurrencyModel.WORKER_PROCESSES,
                    ConcurrencyModel.EVENT_LOOP)) {
                try (Execution pool =
                        RealPools.startMeasured(python, RealPools.deployment(model, 1, 3), delays.uri())) {
                    for (Answer answer : answers(pool, 6, profile)) {
                        assertThat(answer.outcome()).as(answer.detail()).isEqualTo(Outcome.COMPLETED);
                        assertThat(answer.budget().python()).isBetween(20_000_000L, 2_000_000_000L);
                        assertThat(answer.budget().nativeTime()).isBetween(10_000_000L, 200_000_000L);
                        assertThat(answer.budget().io()).isGreaterThanOrEqualTo(30_000_000);
                    }
                }
            }
        }
    }

    @Test
    void twoCpuRequests_onThreadsOfOneGil_takeAsLongAsOneAfterTheOther() throws Exception {
        try (Execution threads = start(ConcurrencyModel.THREAD_PER_REQUEST, 1, 2)) {
            assertThat(together(threads, BUSY)).isGreaterThan(1.6);
        }
    }

    @Test
    void twoCpuRequests_onThreadsOfOneGil_waitForIt() throws Exception {
        assumeTrue(ProcessorQueues.known(), "this machine does not tell how long a thread waits for a processor");
        assertThat(waitedForAGil(ConcurrencyModel.THREAD_PER_REQUEST, 1, 2)).isGreaterThan(0.8);
    }

    @Test
    void twoCpuRequests_onTwoProcesses_waitForNoGil() throws Exception {
        assumeTrue(ProcessorQueues.known(), "this machine does not tell how long a thread waits for a processor");
        assertThat(waitedForAGil(ConcurrencyModel.WORKER_PROCESSES, 2, 1)).isLessThan(0.4);
    }

    /** How long two requests at once waited, the wait for a processor apart, in lengths of one request. */
    private static double waitedForAGil(ConcurrencyModel model, int workers, int threads) throws Exception {
        Set<ProcessHandle> before = ProcessHandle.current().children().collect(Collectors.toSet());
        try (Execution pool = start(model, workers, threads)) {
            List<ProcessHandle> processes = ProcessHandle.current()
                    .children()
                    .filter(child -> !before.contains(child))
                    .toList();
            long began = ProcessorQueues.waited(processes);
            List<Answer> answers = answers(pool, 2, BUSY);
            long forProcessor = ProcessorQueues.waited(processes) - began;
            long inAll = answers.stream()
                    .mapToLong(answer -> answer.budget().gilWait())
                    .sum();
            return (inAll - forProcessor) / (double) answers.getFirst().budget().python();
        }
    }

    private static Execution start(ConcurrencyModel model, int workers, int threads) throws Exception {
        return RealPools.start(Pythons.any(), RealPools.deployment(model, workers, threads));
    }

    /** How many times as long as one request two at once take; the shortest of several in turn, as others may run too. */
    private static double together(Execution pool, RequestProfile profile) throws Exception {
        long[] one = new long[REPETITIONS];
        long[] two = new long[REPETITIONS];
        for (int i = 0; i < REPETITIONS; i++) {
            one[i] = nanos(pool, 1, profile);
            two[i] = nanos(pool, 2, profile);
        }
        return (double) shortest(two) / shortest(one);
    }

    private static long nanos(Execution pool, int requests, RequestProfile profile) throws Exception {
        long began = System.nanoTime();
        answers(pool, requests, profile);
        return System.nanoTime() - began;
    }

    private static long shortest(long[] nanos) {
        return LongStream.of(nanos).min().orElseThrow();
    }

    @Test
    void gilWait_ofTwoCpuRequestsOnThreads_isSeen() throws Exception {
        try (Execution pool =
                RealPools.start(Pythons.any(), RealPools.deployment(ConcurrencyModel.THREAD_PER_REQUEST, 1, 2))) {
            assertThat(answers(pool, 2, BUSY))
                    .anyMatch(answer -> answer.budget().gilWait() > 50_000_000);
        }
    }

    @Test
    void killedWorker_itsRequestIsLostAndAnotherTakesItsPlace() throws Exception {
        List<ProcessHandle> before = ProcessHandle.current().children().toList();
        try (Execution pool =
                RealPools.start(Pythons.any(), RealPools.deployment(ConcurrencyModel.WORKER_PROCESSES, 1, 2))) {
            CompletableFuture<Answer> lost = pool.submit(RequestProfile.of(StepKind.OPAQUE, Duration.ofSeconds(20)));
            CompletableFuture<Answer> done = pool.submit(RequestProfile.of(StepKind.NATIVE, Duration.ofMillis(1)));
            List<ProcessHandle> workers =
                    new ArrayList<>(ProcessHandle.current().children().toList());
            workers.removeAll(before);
            assertThat(workers).hasSize(1);
            workers.getFirst().destroyForcibly();
            assertThat(lost.get(30, TimeUnit.SECONDS).outcome()).isEqualTo(Outcome.WORKER_LOST);
            assertThat(done.get(30, TimeUnit.SECONDS).outcome()).isIn(Outcome.COMPLETED, Outcome.WORKER_LOST);
            assertThat(answers(pool, 1, BUSY).getFirst().outcome()).isEqualTo(Outcome.COMPLETED);
            assertThat(pool.statistics().workersLost()).isEqualTo(1);
            assertThat(pool.statistics().workersUp()).isEqualTo(1);
        }
    }

    @Test
    void child_whoseParentHangsUp_ends(@TempDir Path folder) throws Exception {
        Path socket = folder.resolve("worker");
        List<String> command =
                new ArrayList<>(WorkerScript.command(Pythons.any(), InterpreterKind.GIL, RealPools.SPEED));
        command.add(socket.toString());
        try (ServerSocketChannel parent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            parent.bind(UnixDomainSocketAddress.of(socket));
            Process child =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            parent.accept().close();
            assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(child.exitValue()).isZero();
        }
    }

    @Test
    void pool_hundredsOfThreads_haveALaneEach() throws Exception {
        try (Execution pool =
                RealPools.start(Pythons.any(), RealPools.deployment(ConcurrencyModel.THREAD_PER_REQUEST, 1, 300))) {
            assertThat(answers(pool, 300, RequestProfile.of(StepKind.NATIVE, Duration.ofMillis(1))))
                    .allMatch(answer -> answer.outcome() == Outcome.COMPLETED);
        }
    }

    private static List<Answer> answers(Execution pool, int count, RequestProfile profile) throws Exception {
        List<CompletableFuture<Answer>> futures =
                IntStream.range(0, count).mapToObj(_ -> pool.submit(profile)).toList();
        List<Answer> answers = new ArrayList<>();
        for (CompletableFuture<Answer> future : futures) {
            answers.add(future.get(60, TimeUnit.SECONDS));
        }
        return answers;
    }
}
