package gilbench.service.execution;

import static gilbench.service.execution.Answers.answer;
import static gilbench.service.execution.Answers.outcomes;
import static gilbench.service.execution.Answers.submit;
import static org.assertj.core.api.Assertions.assertThat;

import gilbench.scenario.Calibration;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Deployment;
import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.Outcome;
import gilbench.scenario.PythonRuntime;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.Step;
import gilbench.scenario.StepKind;
import gilbench.scenario.TimeBudget;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every concurrency model keeps to, with the same limits for all of them. */
@Timeout(60)
public abstract class ExecutionContract {
    /** Occupies what carries it until {@link #release}, or for about a second. */
    protected static final RequestProfile HOLD = RequestProfile.of(StepKind.OPAQUE, Duration.ofSeconds(1));

    /** A rough one: no test depends on how long a CPU step really takes. */
    protected static final Calibration CALIBRATION = new Calibration(30e6);

    private static final RequestProfile SHORT = RequestProfile.of(StepKind.PYTHON, Duration.ofNanos(100_000));
    private static final Duration LONG = Duration.ofSeconds(30);

    /** The model under test. */
    protected abstract ConcurrencyModel model();

    /** The locking under test. */
    protected InterpreterKind kind() {
        return InterpreterKind.GIL;
    }

    /** Starts the model with {@link TimedDelays}. */
    protected abstract Execution start(Deployment deployment) throws Exception;

    /** The runtime under test. */
    protected PythonRuntime runtime() {
        return PythonRuntime.SIMULATED;
    }

    /** Whether requests wait for their turn in the service, where they can be rejected. */
    protected boolean bounded() {
        return model() != ConcurrencyModel.VIRTUAL_THREADS;
    }

    /** Processes that carry requests out apart from the service's own. */
    protected int workers() {
        return model() == ConcurrencyModel.WORKER_PROCESSES ? 1 : 0;
    }

    /** What the detail of a failure of {@link TimedDelays#FAILING} has. */
    protected String failure() {
        return "fails";
    }

    /** Lets held requests go on, where that is possible. */
    protected void release() {}

    private Deployment deployment(int threads, int queue, int maxInFlight, Duration deadline) {
        return new Deployment(model(), Interpreter.of(kind()), 1, threads, queue, maxInFlight, 1, deadline, runtime());
    }

    @Test
    void submit_everyKindOfStep_completesWithItsTimeBudget() throws Exception {
        RequestProfile profile = new RequestProfile(List.of(
                new Step(StepKind.PYTHON, Duration.ofMillis(2)),
                new Step(StepKind.IO, Duration.ofMillis(30)),
                new Step(StepKind.OPAQUE, Duration.ofMillis(1)),
                new Step(StepKind.NATIVE, Duration.ofMillis(2))));
        try (Execution execution = start(deployment(2, 10, 10, LONG))) {
            Answer answer = answer(execution.submit(profile));
            TimeBudget budget = answer.budget();
            assertThat(answer.outcome()).as(answer.detail()).isEqualTo(Outcome.COMPLETED);
            assertThat(answer.detail()).isEmpty();
            assertThat(budget.io()).isGreaterThanOrEqualTo(29_000_000);
            assertThat(budget.python()).isPositive();
            assertThat(budget.nativeTime()).isPositive();
            assertThat(budget.queue()).isNotNegative();
            assertThat(budget.parts().values().stream().mapToLong(each -> each).sum())
                    .isEqualTo(budget.total());
        }
    }

    @Test
    void submit_severalIoRequests_waitAtTheSameTime() throws Exception {
        try (Execution execution = start(deployment(8, 10, 10, LONG))) {
            long begun = System.nanoTime();
            List<Outcome> outcomes =
                    outcomes(submit(execution, 8, RequestProfile.of(StepKind.IO, Duration.ofMillis(500))));
            assertThat(outcomes).containsOnly(Outcome.COMPLETED);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    protected void submit_beyondTheQueue_rejectsAtOnceWhatHasAQueue() throws Exception {
        try (Execution execution = start(deployment(1, 2, 10, LONG))) {
            List<CompletableFuture<Answer>> within = submit(execution, 3, HOLD);
            CompletableFuture<Answer> beyond = execution.submit(HOLD);
            assertThat(beyond.isDone()).isEqualTo(bounded());
            assertThat(within).noneMatch(CompletableFuture::isDone);
            release();
            assertThat(outcomes(within)).containsOnly(Outcome.COMPLETED);
            assertThat(answer(beyond).outcome()).isEqualTo(bounded() ? Outcome.REJECTED : Outcome.COMPLETED);
        }
    }

    @Test
    void submit_oneAfterTheOtherWithoutAnyQueue_completes() throws Exception {
        try (Execution execution = start(deployment(1, 0, 1, LONG))) {
            for (int i = 0; i < 200; i++) {
                Answer answer = answer(execution.submit(SHORT));
                assertThat(answer.outcome()).as(answer.detail()).isEqualTo(Outcome.COMPLETED);
            }
        }
    }

    @Test
    void submit_beyondMaxInFlight_rejectsTheSameInEveryModel() throws Exception {
        try (Execution execution = start(deployment(1, 100, 3, LONG))) {
            List<CompletableFuture<Answer>> within = submit(execution, 3, HOLD);
            CompletableFuture<Answer> beyond = execution.submit(SHORT);
            assertThat(beyond).isDone();
            assertThat(answer(beyond).outcome()).isEqualTo(Outcome.REJECTED);
            assertThat(answer(beyond).detail()).contains("max-in-flight");
            release();
            assertThat(outcomes(within)).containsOnly(Outcome.COMPLETED);
            assertThat(answer(execution.submit(SHORT)).outcome()).isEqualTo(Outcome.COMPLETED);
        }
    }

    @Test
    void submit_deadlinePassesDuringAStep_answersAtTheDeadline() throws Exception {
        try (Execution execution = start(deployment(1, 10, 10, Duration.ofMillis(150)))) {
            Answer answer = answer(execution.submit(RequestProfile.of(StepKind.IO, Duration.ofSeconds(59))));
            assertThat(answer.outcome()).isEqualTo(Outcome.DEADLINE_PASSED);
            assertThat(answer.budget().total()).isBetween(150_000_000L, 20_000_000_000L);
        }
    }

    @Test
    void submit_deadlinePassesInTheQueue_answersAndGivesThePlaceBack() throws Exception {
        try (Execution execution = start(deployment(1, 10, 10, Duration.ofMillis(150)))) {
            List<CompletableFuture<Answer>> answers = submit(execution, 3, HOLD);
            assertThat(outcomes(answers)).containsOnly(Outcome.DEADLINE_PASSED);
            TimeBudget last = answer(answers.getLast()).budget();
            assertThat(last.queue() == last.total()).isEqualTo(bounded());
            assertThat(execution.statistics().inFlight()).isZero();
            release();
        }
    }

    @Test
    void submit_delayServiceFails_answersDownstreamFailedWithTheReason() throws Exception {
        try (Execution execution = start(deployment(1, 10, 10, LONG))) {
            Answer answer = answer(execution.submit(RequestProfile.of(StepKind.IO, TimedDelays.FAILING)));
            assertThat(answer.outcome()).isEqualTo(Outcome.DOWNSTREAM_FAILED);
            assertThat(answer.detail()).contains(failure());
            assertThat(answer(execution.submit(SHORT)).outcome()).isEqualTo(Outcome.COMPLETED);
        }
    }

    @Test
    void close_acceptedRequests_endBeforeItReturns() throws Exception {
        Execution execution = start(deployment(2, 10, 10, LONG));
        List<CompletableFuture<Answer>> accepted =
                submit(execution, 6, RequestProfile.of(StepKind.IO, Duration.ofMillis(50)));
        execution.close();
        assertThat(accepted).allMatch(CompletableFuture::isDone);
        assertThat(outcomes(accepted)).containsOnly(Outcome.COMPLETED);
        assertThat(answer(execution.submit(SHORT)).outcome()).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void close_whileManyThreadsSubmit_everyRequestIsAnsweredOnce() throws Exception {
        Execution execution = start(deployment(4, 50, 100, LONG));
        Collection<CompletableFuture<Answer>> answers = new ConcurrentLinkedQueue<>();
        List<Thread> clients = IntStream.range(0, 4)
                .mapToObj(_ -> Thread.ofPlatform().start(() -> submitUntilClosed(execution, answers)))
                .toList();
        while (answers.size() < 2000) {
            Thread.onSpinWait();
        }
        execution.close();
        for (Thread client : clients) {
            client.join();
        }
        assertThat(answers).allMatch(CompletableFuture::isDone);
        assertThat(outcomes(answers)).contains(Outcome.COMPLETED).containsOnly(Outcome.COMPLETED, Outcome.REJECTED);
        assertThat(execution.statistics().inFlight()).isZero();
    }

    private static void submitUntilClosed(Execution execution, Collection<CompletableFuture<Answer>> answers) {
        boolean open = true;
        while (open) {
            CompletableFuture<Answer> answer = execution.submit(SHORT);
            answers.add(answer);
            open = !answer.isDone() || !answer.join().detail().contains("closing");
        }
    }

    @Test
    void statistics_afterAnswers_showTheGilAndNobodyInFlight() throws Exception {
        try (Execution execution = start(deployment(1, 10, 10, LONG))) {
            outcomes(submit(execution, 3, SHORT));
            ExecutionStatistics statistics = execution.statistics();
            assertThat(statistics.inFlight()).isZero();
            assertThat(statistics.queued()).isZero();
            assertThat(statistics.gils()).hasSize(1);
            assertThat(statistics.workersUp()).isEqualTo(workers());
            assertThat(statistics.workersLost()).isZero();
            if (runtime() == PythonRuntime.SIMULATED && kind() != InterpreterKind.FREE_THREADED) {
                assertThat(statistics.gils().getFirst().takes()).isPositive();
            }
        }
    }

    @Test
    void burnerSpeeds_ofEveryProcess_arePositive() throws Exception {
        try (Execution execution = start(deployment(1, 10, 10, LONG))) {
            assertThat(execution.burnerSpeeds())
                    .hasSize(1 + execution.statistics().workersUp())
                    .allMatch(speed -> speed > 0);
        }
    }
}
