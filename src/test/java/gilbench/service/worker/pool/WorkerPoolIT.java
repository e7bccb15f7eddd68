package gilbench.service.worker.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gilbench.scenario.Outcome;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.StepKind;
import gilbench.service.execution.Answer;
import gilbench.service.execution.Execution;
import gilbench.service.gil.GilStatistics;
import java.io.BufferedReader;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Invariants: a request that was sent ends with its worker; nothing that was started outlives the pool or its process. */
@Timeout(120)
final class WorkerPoolIT {
    private static final RequestProfile IO = RequestProfile.of(StepKind.IO, Duration.ofSeconds(20));
    private static final RequestProfile SHORT = RequestProfile.of(StepKind.PYTHON, Duration.ofMillis(1));
    private static final RequestProfile CPU = RequestProfile.of(StepKind.PYTHON, Duration.ofMillis(300));

    private static List<ProcessHandle> workers() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .toList();
    }

    private static Outcome outcome(CompletableFuture<Answer> answer) throws Exception {
        return answer.get(60, TimeUnit.SECONDS).outcome();
    }

    @Test
    void killedWorker_underLoad_losesItsRequestsAndIsReplaced() throws Exception {
        try (Execution execution = Pools.start(Pools.deployment(1, 2, 10))) {
            List<CompletableFuture<Answer>> sent = List.of(execution.submit(IO), execution.submit(IO));
            CompletableFuture<Answer> waiting = execution.submit(SHORT);
            ProcessHandle first = workers().getFirst();
            assertThat(first.destroyForcibly()).isTrue();
            for (CompletableFuture<Answer> answer : sent) {
                assertThat(outcome(answer)).isEqualTo(Outcome.WORKER_LOST);
                assertThat(answer.join().detail()).contains("(pid " + first.pid() + ") ended with exit code 137");
            }
            assertThat(outcome(waiting)).isEqualTo(Outcome.COMPLETED);
            assertThat(outcome(execution.submit(SHORT))).isEqualTo(Outcome.COMPLETED);
            assertThat(execution.statistics().workersLost()).isEqualTo(1);
            assertThat(execution.statistics().workersUp()).isEqualTo(1);
            assertThat(workers()).doesNotContain(first);
        }
    }

    @Test
    void close_always_endsAllWorkers() throws Exception {
        Execution execution = Pools.start(Pools.deployment(2, 1, 10));
        List<ProcessHandle> started = workers();
        assertThat(started).hasSize(2);
        execution.close();
        assertThat(started).noneMatch(ProcessHandle::isAlive);
        assertThat(execution.statistics().workersLost()).isZero();
    }

    @Test
    void submit_twoCpuRequests_runInTwoWorkersWithoutWaitingForAGil() throws Exception {
        try (Execution execution = Pools.start(Pools.deployment(2, 4, 10))) {
            List<Answer> answers = Stream.of(execution.submit(CPU), execution.submit(CPU))
                    .map(CompletableFuture::join)
                    .toList();
            assertThat(answers).allMatch(answer -> answer.outcome() == Outcome.COMPLETED);
            assertThat(answers).allMatch(answer -> answer.budget().gilWait() == 0);
            assertThat(execution.statistics().gils())
                    .extracting(GilStatistics::takes)
                    .allMatch(takes -> takes > 0);
        }
    }

    @Test
    void submit_moreThanThreads_eachWorkerCarriesAtMostItsThreads() throws Exception {
        try (Execution execution = Pools.start(Pools.deployment(2, 2, 3))) {
            List<CompletableFuture<Answer>> answers =
                    IntStream.range(0, 8).mapToObj(_ -> execution.submit(CPU)).toList();
            assertThat(answers.getLast().join().outcome()).isEqualTo(Outcome.REJECTED);
            for (CompletableFuture<Answer> answer : answers.subList(0, 7)) {
                assertThat(outcome(answer)).isEqualTo(Outcome.COMPLETED);
            }
            assertThat(answers.get(6).join().budget().queue()).isPositive();
        }
    }

    @Test
    void killedParent_leavesNoOrphans() throws Exception {
        Process parent = new ProcessBuilder(WorkerPool.jvmCommand(List.of(), PoolParent.class.getName()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output = parent.inputReader()) {
            List<ProcessHandle> children = Stream.of(output.readLine().split(" "))
                    .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
                    .toList();
            assertThat(children).hasSize(2);
            parent.destroyForcibly();
            for (ProcessHandle child : children) {
                child.onExit().get(30, TimeUnit.SECONDS);
            }
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void start_commandThatFails_tellsExitCodeAndLastLines() {
        assertThatExceptionOfType(WorkerStartException.class)
                .isThrownBy(() -> WorkerPool.start(
                        Pools.deployment(2, 1, 1),
                        Pools.CALIBRATION,
                        Pools.NOWHERE,
                        List.of("sh", "-c", "echo no such interpreter >&2; exit 3")))
                .withMessageContaining("exit code 3")
                .withMessageContaining("no such interpreter");
    }

    @Test
    void launch_processThatNeverConnects_isKilledWhenPatienceEnds() {
        assertThatExceptionOfType(WorkerStartException.class)
                .isThrownBy(() -> Pools.launcher(List.of("sh", "-c", "exec sleep 60"), Duration.ofMillis(300))
                        .launch(0, _ -> {}))
                .withMessageContaining("did not connect in time")
                .withMessageContaining("exit code 137");
    }

    @Test
    void start_programThatDoesNotExist_fails() {
        assertThatExceptionOfType(java.io.IOException.class)
                .isThrownBy(() -> WorkerPool.start(
                        Pools.deployment(1, 1, 1), Pools.CALIBRATION, Pools.NOWHERE, List.of("/no/such/program")));
    }
}
