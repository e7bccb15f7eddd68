package gilbench.service.execution;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Deployment;
import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.Outcome;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.StepKind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(20)
final class LaneCarrierTest {
    private static final RequestProfile PROFILE = RequestProfile.of(StepKind.PYTHON, Duration.ofNanos(1));

    private static Deployment deployment(ConcurrencyModel model) {
        return new Deployment(
                model, Interpreter.of(InterpreterKind.PER_INTERPRETER_GIL), 3, 1, 1, 100, 2, Duration.ofSeconds(60));
    }

    @ParameterizedTest
    @EnumSource(names = "WORKER_PROCESSES", mode = EnumSource.Mode.EXCLUDE)
    void accept_severalInterpreters_eachGetsAnEqualShare(ConcurrencyModel model) {
        List<FakeInterpreter> interpreters =
                IntStream.range(0, 3).mapToObj(_ -> new FakeInterpreter()).toList();
        try (Execution execution = Execution.of(
                LaneCarrier.over(deployment(model), interpreters, new FakeDelays()),
                deployment(model),
                ExecutionContract.CALIBRATION)) {
            List<CompletableFuture<Answer>> answers = IntStream.range(0, 3)
                    .mapToObj(_ -> execution.submit(PROFILE))
                    .toList();
            interpreters.forEach(each -> each.allow(1));
            assertThat(answers.stream().map(answer -> answer.join().outcome())).containsOnly(Outcome.COMPLETED);
            assertThat(interpreters).allMatch(each -> each.log().contains("python1"));
            assertThat(execution.statistics().gils()).hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"THREAD_PER_REQUEST", "EVENT_LOOP"})
    void accept_allInterpretersBusy_placesAreSharedByAll(ConcurrencyModel model) {
        List<FakeInterpreter> interpreters =
                IntStream.range(0, 3).mapToObj(_ -> new FakeInterpreter()).toList();
        try (Execution execution = Execution.of(
                LaneCarrier.over(deployment(model), interpreters, new FakeDelays()),
                deployment(model),
                ExecutionContract.CALIBRATION)) {
            List<CompletableFuture<Answer>> answers = IntStream.range(0, 5)
                    .mapToObj(_ -> execution.submit(PROFILE))
                    .toList();
            assertThat(answers.subList(0, 4)).noneMatch(CompletableFuture::isDone);
            assertThat(answers.getLast().join().outcome()).isEqualTo(Outcome.REJECTED);
            interpreters.forEach(each -> each.allow(2));
        }
    }
}
