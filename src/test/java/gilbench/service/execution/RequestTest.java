package gilbench.service.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import gilbench.scenario.Outcome;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.StepKind;
import gilbench.scenario.TimeBudget;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class RequestTest {
    private static final long HOUR = Duration.ofHours(1).toNanos();

    private static Request request(long untilDeadline) {
        long now = System.nanoTime();
        return new Request(RequestProfile.of(StepKind.PYTHON, Duration.ZERO), now - 1000, now + untilDeadline);
    }

    @Test
    void begin_waiting_booksTheQueue() {
        Request request = request(HOUR);
        assertThat(request.begin()).isTrue();
        request.end(Outcome.COMPLETED, "");
        assertThat(request.answer().join().budget().queue()).isGreaterThanOrEqualTo(1000);
    }

    @Test
    void begin_pastTheDeadline_isRefused() {
        Request request = request(-1);
        assertThat(request.begin()).isFalse();
        assertThat(request.answer()).isNotDone();
    }

    @Test
    void begin_carried_isIllegal() {
        Request request = request(HOUR);
        request.begin();
        assertThatIllegalStateException().isThrownBy(request::begin).withMessageContaining("CARRIED");
    }

    @Test
    void begin_ended_isRefused() {
        Request request = request(HOUR);
        request.expire();
        assertThat(request.begin()).isFalse();
    }

    @Test
    void end_ended_keepsTheFirstAnswer() {
        Request request = request(HOUR);
        request.end(Outcome.REJECTED, "first");
        request.end(Outcome.COMPLETED, "");
        request.end(Outcome.COMPLETED, TimeBudget.NONE, "");
        assertThat(request.expire()).isFalse();
        assertThat(request.answer().join().outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(request.answer().join().detail()).isEqualTo("first");
    }

    @Test
    void expire_waiting_wasAllQueue() {
        Request request = request(HOUR);
        assertThat(request.expire()).isTrue();
        Answer answer = request.answer().join();
        assertThat(answer.outcome()).isEqualTo(Outcome.DEADLINE_PASSED);
        assertThat(answer.budget().queue()).isEqualTo(answer.budget().total());
    }

    @Test
    void expire_carried_knowsOnlyTheQueue() {
        Request request = request(HOUR);
        request.begin();
        request.ledger().python(5);
        assertThat(request.expire()).isFalse();
        TimeBudget budget = request.answer().join().budget();
        assertThat(budget.python()).isZero();
        assertThat(budget.queue() + budget.other()).isEqualTo(budget.total());
    }

    @Test
    void end_budgetOfAnotherProcess_addsTheQueueHere() {
        Request request = request(HOUR);
        request.begin();
        request.end(Outcome.COMPLETED, TimeBudget.within(100, 10, 20, 30, 0, 0), "");
        TimeBudget budget = request.answer().join().budget();
        assertThat(budget.queue()).isGreaterThanOrEqualTo(1010);
        assertThat(budget.python()).isEqualTo(30);
        assertThat(budget.parts().values().stream().mapToLong(each -> each).sum())
                .isEqualTo(budget.total());
    }
}
